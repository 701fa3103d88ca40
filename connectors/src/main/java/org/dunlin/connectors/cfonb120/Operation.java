package org.dunlin.connectors.cfonb120;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A movement (04) with its complements (05). */
final class Operation {
  /** Operations whose number (zone 2-O) is that of a cheque. */
  private static final Set<String> CHEQUES = Set.of("01", "03");

  private final FixedLine line;
  private final Money signed;
  private final LocalDate bookingDate;
  private final OperationCode code;
  private final Complements complements;

  Operation(FixedLine line, CurrencyUnit ofAccount) {
    this.line = line;
    CurrencyUnit currency = TextValues.currency(line.raw(17, 19), line.number());
    if (!currency.equals(ofAccount)) {
      throw new Refusal(
          "CURRENCY_MISMATCH",
          line.number(),
          "the movement is in "
              + currency
              + " but the account in "
              + ofAccount
              + "; ask the bank for a correct file");
    }
    signed = Amounts.signed(line, currency);
    LocalDate booked = line.ddmmyy(35);
    if (booked == null) {
      throw new Refusal(
          "WRONG_DATE", line.number(), "the movement has no date; ask the bank for a correct file");
    }
    bookingDate = booked;
    code = new OperationCode(line.raw(33, 34).strip(), line.field(41, 42));
    complements = new Complements(currency);
  }

  void add(FixedLine complement) {
    complements.add(complement);
  }

  /** The amount, negative where money left. */
  Money signed() {
    return signed;
  }

  LocalDate bookingDate() {
    return bookingDate;
  }

  Payment payment(EntryNames names, AccountId own) {
    PaymentKind kind = code.kind();
    // What came back keeps the roles of what it undoes.
    boolean payerIsOther = !signed.isNegative() != (kind == PaymentKind.RETURN);
    Complements.Party party = complements.side(payerIsOther);
    Complements.Party ownSide = complements.side(!payerIsOther);
    return new Payment(
        names.byContent(own, bookingDate, line.ddmmyy(43), signed, content()),
        kind,
        signed.isNegative() ? Direction.OUT : Direction.IN,
        bookingDate,
        line.ddmmyy(43),
        signed.abs(),
        party.name() != null ? party.name() : ownSide.name(), // one name alone is the other's
        party.account(),
        null,
        remittance(),
        complements.creditorReference(),
        List.of(),
        complements.endToEndId(),
        code.text(),
        own,
        kind == PaymentKind.RETURN ? complements.endToEndId() : null,
        details(party, ownSide),
        null);
  }

  /** What the name is made of, beside dates and amount; never changes. */
  private EntryNames.Content content() {
    return new EntryNames.Content()
        .add(line.raw(8, 11))
        .add(line.raw(33, 34))
        .add(line.raw(41, 42))
        .add(line.raw(49, 79))
        .add(line.raw(82, 88))
        .add(line.raw(105, 120))
        .add(complements.hashed());
  }

  /** The words from client to client, else those of the bank, in which it puts what it has. */
  private @Nullable String remittance() {
    return complements.words() != null ? complements.words() : ofBank();
  }

  private @Nullable String ofBank() {
    return FixedLine.words(line.raw(49, 79) + " " + complements.free());
  }

  private PaymentDetails details(Complements.Party party, Complements.Party ownSide) {
    String number = line.field(82, 88);
    boolean cheque = CHEQUES.contains(code.operation());
    BankReferences references =
        new BankReferences(
            null,
            complements.batchId(),
            complements.instructionId(),
            null,
            null,
            complements.mandateId(),
            cheque && number != null && !number.matches("0+") ? number : null,
            null,
            line.field(105, 120));
    return new PaymentDetails(
        references,
        party.id(),
        party.ultimate(),
        ownSide.ultimate(),
        code.reason(),
        complements.returnText(),
        null,
        complements.ordered(),
        complements.rate(),
        complements.charges(),
        complements.words() == null ? null : ofBank());
  }
}
