package org.dunlin.core.json;

import java.math.BigDecimal;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentDetails;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The details of a payment, in fields whose names begin with {@code x-}, which other readers
 * ignore.
 */
final class PaymentDetailsJson {
  private PaymentDetailsJson() {}

  static PaymentDetails details(Fields fields) {
    PaymentDetails details =
        new PaymentDetails(
            references(fields),
            text(fields, "x-payerId"),
            text(fields, "x-ultimatePayerName"),
            text(fields, "x-ultimateOwnName"),
            text(fields, "x-returnReason"),
            text(fields, "x-returnText"),
            text(fields, "x-returnedCode"),
            FreeNames.readable(() -> instructed(fields)),
            rate(fields),
            FreeNames.objects(fields, "x-charges", PaymentDetailsJson::charge),
            text(fields, "x-bankText"));
    return details.equals(PaymentDetails.NONE) ? PaymentDetails.NONE : details;
  }

  static void write(PaymentDetails details, ObjectOut out) {
    write(details.references(), out);
    out.text("x-payerId", details.payerId());
    out.text("x-ultimatePayerName", details.ultimatePayerName());
    out.text("x-ultimateOwnName", details.ultimateOwnName());
    out.text("x-returnReason", details.returnReason());
    out.text("x-returnText", details.returnText());
    out.text("x-returnedCode", details.returnedCode());
    Money instructed = details.instructedAmount();
    out.amount("x-instructedAmount", instructed);
    out.text(
        "x-instructedCurrency", instructed == null ? null : instructed.getCurrencyUnit().getCode());
    BigDecimal rate = details.exchangeRate();
    out.text("x-exchangeRate", rate == null ? null : rate.toPlainString());
    out.objects("x-charges", details.charges(), PaymentDetailsJson::write);
    out.text("x-bankText", details.bankText());
  }

  private static BankReferences references(Fields fields) {
    return new BankReferences(
        text(fields, "x-messageId"),
        text(fields, "x-batchId"),
        text(fields, "x-instructionId"),
        text(fields, "x-transactionId"),
        text(fields, "x-uetr"),
        text(fields, "x-mandateId"),
        text(fields, "x-chequeNumber"),
        text(fields, "x-clearingReference"),
        text(fields, "x-bankReference"),
        text(fields, "x-entryReference"),
        text(fields, "x-detailMessageId"));
  }

  private static void write(BankReferences references, ObjectOut out) {
    out.text("x-messageId", references.messageId());
    out.text("x-batchId", references.batchId());
    out.text("x-instructionId", references.instructionId());
    out.text("x-transactionId", references.transactionId());
    out.text("x-uetr", references.uetr());
    out.text("x-mandateId", references.mandateId());
    out.text("x-chequeNumber", references.chequeNumber());
    out.text("x-clearingReference", references.clearingReference());
    out.text("x-bankReference", references.bankReference());
    out.text("x-entryReference", references.entryReference());
    out.text("x-detailMessageId", references.detailMessageId());
  }

  private static @Nullable Money instructed(Fields fields) {
    return fields.optionalText("x-instructedAmount") == null
        ? null
        : fields.amount("x-instructedAmount", fields.currency("x-instructedCurrency"));
  }

  private static BankCharge charge(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new BankCharge(
        fields.amount("amount", currency),
        fields.oneOf("direction", Direction.class),
        fields.optionalTruth("included"),
        fields.optionalText("kind"));
  }

  private static void write(BankCharge charge, ObjectOut out) {
    out.amount("amount", charge.amount());
    out.text("currency", charge.amount().getCurrencyUnit().getCode());
    out.word("direction", charge.direction());
    out.truth("included", charge.included());
    out.text("kind", charge.kind());
  }

  private static @Nullable String text(Fields fields, String name) {
    return FreeNames.readable(() -> fields.optionalText(name));
  }

  private static @Nullable BigDecimal rate(Fields fields) {
    return FreeNames.readable(() -> fields.optionalDecimal("x-exchangeRate"));
  }
}
