package org.dunlin.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the journal are shown.
 *
 * @param subject what they are about, as the journal calls it; absent: anything
 * @param event what happened; absent: anything
 */
public record JournalChoice(@Nullable String subject, @Nullable String event) {
  /** What the journal tells of. */
  public static final List<String> SUBJECTS =
      List.of(
          "customer",
          "invoice",
          "action",
          "delivery",
          "effect",
          "connection",
          "token",
          "endpoint",
          "stage",
          "route",
          "replay",
          "company",
          "hub");

  /** What the journal says happened. */
  public static final List<String> EVENTS =
      List.of(
          "CUSTOMER_ADDED",
          "CUSTOMER_CHANGED",
          "CUSTOMER_ERASED",
          "INVOICE_ADDED",
          "INVOICE_CHANGED",
          "INVOICE_REPLACED",
          "ALLOCATED",
          "ALLOCATION_CONFLICT",
          "ALLOCATION_BOOKED",
          "ALLOCATION_STANDS_AGAIN",
          "ALLOCATION_UNDONE",
          "MATCH_REFUSED",
          "PAYMENT_SET_ASIDE",
          "PAYOUT_FOUND",
          "PAYOUT_AWAITED",
          "PAYMENT_OF_CUSTOMER",
          "REFUNDED",
          "REFUND_UNDONE",
          "REFUND_REFUSED",
          "REFUND_ORDERED",
          "REFUND_WITHDRAWN",
          "REFUND_SHOWN",
          "PROVIDER_REFUND_ASKED",
          "PROVIDER_REFUND_DONE",
          "PROVIDER_REFUND_REFUSED",
          "PAYMENT_TAKEN_UP",
          "ADJUSTED",
          "ADJUSTMENT_TAKEN_BACK",
          "ADJUSTMENT_SHOWN",
          "ADJUSTMENT_GAVE_WAY",
          "ADJUSTMENT_STANDS_AGAIN",
          "PAYER_DENIED",
          "PAYER_ALLOWED",
          "BOOKING_VOIDED",
          "INVOICE_JOINED",
          "INVOICE_PARTED",
          "IDENTITY_UNCLEAR",
          "CUSTOMER_JOINED",
          "CUSTOMER_PARTED",
          "CUSTOMER_UNCLEAR",
          "ANSWER_TAKEN_BACK",
          "SAID_TO_BE_ONE",
          "SAID_TO_DIFFER",
          "SOURCE_OF_RECORD",
          "NAMED_OF_RECORD",
          "MISSING_AT_SOURCE",
          "FOUND_AT_SOURCE",
          "INVOICE_GONE",
          "PAYMENT_OPENED",
          "PAYMENT_RETURNED",
          "REMINDER_DECIDED",
          "REMINDER_PENDING",
          "REMINDER_SENT",
          "REMINDER_UNKNOWN",
          "REMINDER_FAILED",
          "REMINDER_CANCELLED",
          "ACTION_WITHDRAWN",
          "ACTION_APPROVED",
          "ACTION_REFUSED",
          "DELIVERY_QUARANTINED",
          "DELIVERY_POISON",
          "DELIVERY_REPLAYED",
          "DELIVERY_MAY_REPLACE",
          "COLUMNS_SAID",
          "COLUMNS_FORGOTTEN",
          "FILE_CAME_AGAIN",
          "STATEMENT_HANDED_OVER",
          "STATEMENT_PASSED_ON",
          "RAW_LOOKED",
          "EXPORTED",
          "ACCOUNT_TAKEN",
          "REPORT_TAKEN",
          "GOAL_CHANGED",
          "EFFECT_RETRIED",
          "REPLAY_BEGUN",
          "REPLAY_STOPPED",
          "REPLAY_ENDED",
          "CONNECTION_AUTHORISED",
          "CONNECTION_NOT_AUTHORISED",
          "CONNECTION_REAUTHORISE",
          "CREDENTIALS_ROTATED",
          "SYNC_ASKED",
          "SYNC_BEGUN_ANEW",
          "MANY_MISSING_AT_SOURCE",
          "CURSOR_AHEAD",
          "MISSING_CONFIRMED",
          "MISSING_DENIED",
          "CONNECTION_ADDED",
          "CONNECTION_CHANGED",
          "CONNECTION_REMOVED",
          "CONNECTION_PAUSED",
          "CONNECTION_RESUMED",
          "HOOK_MADE",
          "HOOK_REMOVED",
          "TOKEN_MADE",
          "TOKEN_REVOKED",
          "ENDPOINT_ADDED",
          "ENDPOINT_CHANGED",
          "ENDPOINT_SECRET_ROTATED",
          "ENDPOINT_ON",
          "ENDPOINT_OFF",
          "ENDPOINT_FAILED",
          "ENDPOINT_REMOVED",
          "STAGE_SWITCHED_OFF",
          "STAGE_SWITCHED_ON",
          "ROUTE_STARTED",
          "ROUTE_STOPPED",
          "ROUTE_SUSPENDED",
          "ROUTE_RESUMED",
          "COMPANY_ADDED",
          "COMPANY_CHANGED",
          "COMPANY_LEFT_SETTINGS",
          "ROLL_OUT_TICKED",
          "ROLL_OUT_UNTICKED",
          "PLAN_SAVED",
          "PLANS_CHOSEN",
          "SENDING_HOURS_CHANGED",
          "TEST_PHONE_CHANGED",
          "SWITCHED_TO_SHADOW",
          "SWITCHED_TO_TEST",
          "SWITCHED_TO_LIVE",
          "STOPPED",
          "STARTED",
          "RESTORE_SETTLED");

  /** What a form says; what the journal does not know is not chosen. */
  static JournalChoice of(String subject, String event) {
    return new JournalChoice(
        SUBJECTS.contains(subject) ? subject : null, EVENTS.contains(event) ? event : null);
  }

  /** Whether anything is chosen. */
  public boolean any() {
    return subject != null || event != null;
  }
}
