package org.dunlin.work.contract;

import static org.dunlin.work.contract.Carried.ERPNEXT;
import static org.dunlin.work.contract.Carried.EXACT_ONLINE;
import static org.dunlin.work.contract.Carried.LEXWARE_OFFICE;
import static org.dunlin.work.contract.Carried.MONEYBIRD;
import static org.dunlin.work.contract.Carried.ODOO_JSON_2;
import static org.dunlin.work.contract.Carried.ODOO_JSON_RPC;
import static org.dunlin.work.contract.Carried.QUICKBOOKS_ONLINE;
import static org.dunlin.work.contract.Carried.STRIPE;
import static org.dunlin.work.contract.Carried.XERO;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program does not have, and why a case therefore does not apply to it. */
final class Lacks {
  private static final Map<Need, Map<Carried, String>> REASONS = new EnumMap<>(Need.class);

  private Lacks() {}

  static {
    REASONS.put(
        Need.RENEWAL,
        Map.of(
            LEXWARE_OFFICE, "an API key that an admin makes and that is good until it is removed",
            STRIPE, "a secret key that is good until it is rolled",
            ODOO_JSON_2, "an API key of a user, which each call brings along",
            ERPNEXT, "a key and a secret of a user, which are good until others are made"));
    REASONS.put(
        Need.ROTATION,
        Map.of(
            LEXWARE_OFFICE,
            "an API key",
            STRIPE,
            "a secret key",
            ODOO_JSON_2,
            "an API key of a user",
            ODOO_JSON_RPC,
            "an API key of a user in place of a password",
            ERPNEXT,
            "a key and a secret of a user"));
    REASONS.put(
        Need.DAYS,
        Map.of(
            LEXWARE_OFFICE, "two requests a second, and no limit of a day is published",
            STRIPE, "100 requests a second, and no limit of a day is published",
            QUICKBOOKS_ONLINE, "500 requests a minute, and no limit of a day is published",
            ODOO_JSON_2, "Odoo Online asks for one a second, and counts no days",
            ODOO_JSON_RPC, "Odoo Online asks for one a second, and counts no days",
            ERPNEXT, "a site counts no days unless its owner lets it",
            MONEYBIRD, "150 requests in five minutes, and no limit of a day is published"));
    REASONS.put(
        Need.SIGNED_TIMES,
        Map.of(
            LEXWARE_OFFICE,
            "an RSA signature over the body alone",
            QUICKBOOKS_ONLINE,
            "an HMAC over the body alone",
            ODOO_JSON_2,
            "nothing is signed",
            ODOO_JSON_RPC,
            "nothing is signed",
            ERPNEXT,
            "an HMAC over the body alone",
            XERO,
            "an HMAC over the body alone",
            EXACT_ONLINE,
            "an HMAC over the content alone"));
    REASONS.put(
        Need.PAYMENTS_IN,
        Map.of(LEXWARE_OFFICE, "payments can only be read: GET /payments/{id} is all there is"));
    REASONS.put(
        Need.REVERSALS,
        Map.of(
            LEXWARE_OFFICE, "payments can only be read: GET /payments/{id} is all there is",
            STRIPE, "an invoice that is paid stays paid; money goes back with a credit note",
            EXACT_ONLINE, "BankEntries are got and posted, and neither changed nor deleted"));
    REASONS.put(
        Need.TAKING_BACK,
        Map.of(STRIPE, "an invoice that is paid stays paid; money goes back with a credit note"));
    REASONS.put(
        Need.DELETION,
        Map.of(
            LEXWARE_OFFICE, "a final invoice can only be cancelled",
            STRIPE, "a final invoice can only be voided",
            XERO, "an approved invoice can only be voided"));
    REASONS.put(
        Need.SIGNATURES,
        Map.of(
            ODOO_JSON_2, "an automation rule posts fields and signs nothing",
            ODOO_JSON_RPC, "an automation rule posts fields and signs nothing"));
    REASONS.put(
        Need.EVENTS,
        Map.of(
            ODOO_JSON_2, "an automation rule says only of which record it is",
            ODOO_JSON_RPC, "an automation rule says only of which record it is",
            ERPNEXT, "a webhook posts the fields that a person chose"));
    REASONS.put(
        Need.SUBSCRIPTIONS,
        Map.of(
            QUICKBOOKS_ONLINE, "a developer enters the address at the app",
            ODOO_JSON_2, "a person makes the automation rule",
            ODOO_JSON_RPC, "a person makes the automation rule",
            ERPNEXT, "a person makes the webhook",
            XERO, "a developer enters the address at the app"));
    REASONS.put(
        Need.VOIDING,
        Map.of(
            EXACT_ONLINE, "an invoice that was processed is credited",
            MONEYBIRD, "an invoice that was sent is credited or deleted"));
  }

  /** Why the program lacks it; empty where it has it. */
  static Optional<String> reason(Need need, Carried program) {
    return Optional.ofNullable(REASONS.getOrDefault(need, Map.of()).get(program));
  }

  /** The programs that have it. */
  static Stream<Carried> with(Need need) {
    return Stream.of(Carried.values()).filter(each -> reason(need, each).isEmpty());
  }
}
