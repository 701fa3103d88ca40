package org.dunlin.connectors.coda;

import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes payments of the movements of one account. An amount of zero moves no money. */
final class Payments {
  /** What details say together is cut behind so many characters. */
  private static final int WORDS_CHARACTERS_MAX = 2_000;

  private final AccountId account;
  private final EntryNames names;
  private final Consumer<CanonicalRecord> sink;

  Payments(AccountId account, EntryNames names, Consumer<CanonicalRecord> sink) {
    this.account = account;
    this.names = names;
    this.sink = sink;
  }

  /** The name of an entry. */
  String name(Movement entry) {
    return names.byContent(
        account, entry.bookingDate(), entry.valueDate(), entry.signed(), entry.content());
  }

  /**
   * Hands over a movement, apart from its charges where its parts say what it was before them.
   *
   * @param entry to which it belongs, whose day counts
   */
  void of(Movement movement, Movement entry, String id) {
    List<Movement> parts = movement.parts();
    List<Movement> gross = parts.stream().filter(each -> each.code().isGross()).toList();
    if (gross.size() == 1 && kind(movement) != PaymentKind.FEE && sum(parts, movement)) {
      pay(movement, entry, id, gross.getFirst().signed(), words(gross));
      int number = 0;
      for (Movement part : parts) {
        if (part != gross.getFirst()) {
          charge(part, entry, id + "/charges/" + ++number);
        }
      }
    } else {
      pay(movement, entry, id, movement.signed(), words(parts));
    }
  }

  /** Hands over an entry whose details do not add up to it: one payment with all their words. */
  void whole(Movement entry, List<Movement> details, String id) {
    pay(entry, entry, id, entry.signed(), words(details));
  }

  private void pay(
      Movement movement, Movement entry, String id, Money signed, @Nullable String further) {
    if (signed.isZero()) {
      return;
    }
    Communication said = movement.communication();
    PaymentKind kind = kind(movement);
    String endToEndId = movement.customerReference();
    sink.accept(
        new Payment(
            id,
            kind,
            direction(signed),
            entry.bookingDate(),
            valueDate(movement, entry),
            signed.abs(),
            movement.name(),
            movement.account(),
            movement.bic(),
            joined(said.text(), further),
            said.creditorReference(),
            List.of(),
            endToEndId,
            movement.code().text(),
            account,
            kind == PaymentKind.RETURN ? endToEndId : null,
            details(movement, said),
            null));
  }

  private void charge(Movement part, Movement entry, String id) {
    if (part.signed().isZero()) {
      return;
    }
    sink.accept(
        new Payment(
            id,
            PaymentKind.FEE,
            part.direction(),
            entry.bookingDate(),
            valueDate(part, entry),
            part.signed().abs(),
            null,
            null,
            null,
            part.communication().text(),
            null,
            List.of(),
            null,
            part.code().text(),
            account,
            null,
            PaymentDetails.NONE,
            null));
  }

  private static PaymentKind kind(Movement movement) {
    boolean undone = movement.returned() != null || movement.communication().undone();
    return undone ? PaymentKind.RETURN : movement.code().kind();
  }

  private static PaymentDetails details(Movement movement, Communication said) {
    Information information = movement.information();
    boolean in = movement.direction() == Direction.IN;
    // What came back keeps the roles of what it undoes.
    boolean debtorIsOther = in != (kind(movement) == PaymentKind.RETURN);
    String reason = movement.returnReason() != null ? movement.returnReason() : said.returnReason();
    BankReferences references =
        new BankReferences(
            null,
            null,
            null,
            null,
            null,
            said.mandateId(),
            said.chequeNumber(),
            null,
            movement.bankReference());
    return new PaymentDetails(
        references,
        movement.code().isDomiciled() ? said.creditorId() : null,
        debtorIsOther ? information.ultimateDebtor() : information.ultimateCreditor(),
        debtorIsOther ? information.ultimateCreditor() : information.ultimateDebtor(),
        reason,
        null,
        null,
        said.ordered(),
        said.rate(),
        List.of(),
        joined(said.bankText(), information.words()));
  }

  private static boolean sum(List<Movement> parts, Movement whole) {
    Money sum = Money.zero(whole.signed().getCurrencyUnit());
    for (Movement part : parts) {
      sum = sum.plus(part.signed());
    }
    return sum.equals(whole.signed());
  }

  private static @Nullable String words(List<Movement> movements) {
    StringJoiner words = new StringJoiner(" ");
    for (Movement movement : movements) {
      String text = movement.communication().text();
      if (text != null && words.length() + text.length() < WORDS_CHARACTERS_MAX) {
        words.add(text);
      }
    }
    return words.length() == 0 ? null : words.toString();
  }

  private static @Nullable String joined(@Nullable String first, @Nullable String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + " " + second;
  }

  private static @Nullable LocalDate valueDate(Movement movement, Movement entry) {
    return movement.valueDate() != null ? movement.valueDate() : entry.valueDate();
  }

  private static Direction direction(Money signed) {
    return signed.isNegative() ? Direction.OUT : Direction.IN;
  }
}
