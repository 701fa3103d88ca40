package org.dunlin.store.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a payment or a credit note that is, was or might be applied to an invoice.
 *
 * @param paymentId the payment; absent where it is of a credit note
 * @param creditNoteId the credit note; absent where it is of a payment
 * @param settledBy the other party of the payment, or the credit note's number; absent where the
 *     bank names nobody
 * @param dated when the payment was booked or the credit note issued
 * @param invoice the invoice's number
 * @param customer the name of the invoice's customer
 * @param rank of several suggestions for one payment the place of this, from 1
 * @param confidence from 0 to 1, where matching gave one
 * @param evidence why
 * @param rest what a suggestion would settle beside the amount without money; absent where nothing
 * @param restReason for what reason
 * @param undone whether a returned payment gave it back
 */
public record AllocationLine(
    UUID id,
    @Nullable UUID paymentId,
    @Nullable UUID creditNoteId,
    @Nullable String settledBy,
    LocalDate dated,
    UUID invoiceId,
    String invoice,
    UUID customerId,
    String customer,
    Money amount,
    Decision decision,
    @Nullable MatchRule rule,
    @Nullable Integer rank,
    @Nullable BigDecimal confidence,
    List<String> evidence,
    Instant decidedAt,
    String decidedBy,
    LocalDate businessDate,
    @Nullable Money rest,
    @Nullable AdjustmentReason restReason,
    boolean undone) {}
