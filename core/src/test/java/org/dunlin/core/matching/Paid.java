package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment in a few words, for specifications of matching. */
final class Paid {
  private final String id;
  private final Money amount;
  private final List<RemittanceReference> references = new ArrayList<>();
  private LocalDate on = LocalDate.of(2026, 11, 20);
  private PaymentKind kind = PaymentKind.TRANSFER;
  private Direction direction = Direction.IN;
  private @Nullable String name;
  private @Nullable String iban;
  private @Nullable String text;
  private @Nullable String reference;
  private @Nullable String endToEndId;
  private @Nullable String returnOf;

  private Paid(String id, Money amount) {
    this.id = id;
    this.amount = amount;
  }

  static Paid of(String id, String euros) {
    return new Paid(id, Money.parse("EUR " + euros));
  }

  static Paid of(String id, Money amount) {
    return new Paid(id, amount);
  }

  Paid on(LocalDate day) {
    on = day;
    return this;
  }

  Paid kind(PaymentKind other) {
    kind = other;
    return this;
  }

  Paid direction(Direction other) {
    direction = other;
    return this;
  }

  Paid by(String payerName) {
    name = payerName;
    return this;
  }

  Paid from(String payerIban) {
    iban = payerIban;
    return this;
  }

  Paid text(String remittance) {
    text = remittance;
    return this;
  }

  Paid reference(String creditorReference) {
    reference = creditorReference;
    return this;
  }

  Paid endToEndId(String value) {
    endToEndId = value;
    return this;
  }

  Paid returning(String undone) {
    returnOf = undone;
    return this;
  }

  Paid referring(String kind, String value) {
    references.add(new RemittanceReference(kind, value, null));
    return this;
  }

  Paid referring(String kind, String value, String euros) {
    references.add(new RemittanceReference(kind, value, Money.parse("EUR " + euros)));
    return this;
  }

  Payment payment() {
    return new Payment(
        id,
        kind,
        direction,
        on,
        null,
        amount,
        name,
        iban == null ? null : AccountId.ofIban(iban),
        null,
        text,
        reference,
        references,
        endToEndId,
        null,
        null,
        returnOf,
        null);
  }
}
