package org.dunlin.connectors.mt940;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.bank.Subfields.Part;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One entry: its statement line, and what field 86 says of it. */
record Booking(StatementLine line, Information information) {
  private static final Pattern PLAIN_ACCOUNT = Pattern.compile("[0-9]{7,10}|P[0-9]{7,10}");

  /** Rabobank's older layout has the other party where SWIFT has the owner's reference. */
  private static final Pattern ACCOUNT_AND_NAME = Pattern.compile("([0-9]{10})\\s{2,}(\\S.*)");

  /** What the payer ordered, in the further lines of field 61. */
  private static final Pattern ORDERED = Pattern.compile("/OCMT/([A-Z]{3})([0-9]{1,15},[0-9]{0,2})");

  Payment payment(EntryNames names, AccountId own) {
    Matcher party = ACCOUNT_AND_NAME.matcher(line.reference() == null ? "" : line.reference());
    boolean older = party.matches();
    PaymentKind kind = TransactionType.kind(line, information);
    String endToEndId = information.get(Part.END_TO_END_ID);
    return new Payment(
        name(names, own),
        kind,
        line.direction(),
        line.bookingDate(),
        line.valueDate(),
        line.amount(),
        older ? party.group(2).strip() : information.get(Part.NAME),
        older ? new AccountId(null, party.group(1), null) : payerAccount(own),
        information.get(Part.BIC),
        information.get(Part.TEXT),
        information.get(Part.CREDITOR_REFERENCE),
        List.of(),
        endToEndId,
        transactionCode(),
        own,
        kind == PaymentKind.RETURN ? endToEndId : null,
        details(older),
        null);
  }

  private String name(EntryNames names, AccountId own) {
    EntryNames.Content content =
        new EntryNames.Content()
            .add(line.type())
            .add(line.reference())
            .add(line.bankReference())
            .add(line.supplementary())
            .add(information.text());
    return names.byContent(own, line.bookingDate(), line.valueDate(), line.signed(), content);
  }

  private @Nullable String transactionCode() {
    if (line.type() == null || information.code() == null) {
      return line.type() != null ? line.type() : information.code();
    }
    return line.type() + "-" + information.code();
  }

  private @Nullable AccountId payerAccount(AccountId own) {
    String bank = information.get(Part.BIC);
    AccountId found = account(information.get(Part.IBAN), bank);
    if (found == null) {
      found = account(line.supplementary(), null);
    }
    return found == null || found.equals(own) ? null : found;
  }

  private static @Nullable AccountId account(@Nullable String given, @Nullable String bank) {
    String compact = given == null ? "" : given.replaceAll("[\\s.]", "");
    if (Ibans.holds(compact)) {
      return AccountId.ofIban(compact);
    }
    if (bank != null && bank.matches("[0-9]{8}") && compact.matches("[0-9]{1,10}")) {
      return AccountId.ofIban(Ibans.german(bank, compact));
    }
    return PLAIN_ACCOUNT.matcher(compact).matches() && !compact.matches("0+")
        ? new AccountId(null, compact, null)
        : null;
  }

  private PaymentDetails details(boolean older) {
    BankReferences references =
        new BankReferences(
            null,
            null,
            older ? null : line.reference(),
            null,
            null,
            information.get(Part.MANDATE_ID),
            null,
            null,
            line.bankReference());
    String words = words();
    PaymentDetails details =
        new PaymentDetails(
            references,
            information.get(Part.PAYER_ID),
            information.get(Part.ULTIMATE_NAME),
            information.get(Part.ULTIMATE_OWN_NAME),
            information.get(Part.RETURN_REASON),
            null,
            null,
            ordered(),
            null,
            List.of(),
            words);
    return details.equals(PaymentDetails.NONE) ? PaymentDetails.NONE : details;
  }

  /** The further lines of field 61, where they are words. */
  private @Nullable String words() {
    String said = line.supplementary();
    boolean known = said == null || account(said, null) != null || ORDERED.matcher(said).find();
    return known ? null : said;
  }

  private @Nullable Money ordered() {
    Matcher ordered = ORDERED.matcher(line.supplementary() == null ? "" : line.supplementary());
    if (!ordered.find()) {
      return null;
    }
    try {
      String number = ordered.group(2).replace(',', '.');
      BigDecimal amount = new BigDecimal(number.endsWith(".") ? number + "0" : number);
      return Money.of(CurrencyUnit.of(ordered.group(1)), amount);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null; // a currency of the past, or more decimals than it has: the bank's words stay
    }
  }
}
