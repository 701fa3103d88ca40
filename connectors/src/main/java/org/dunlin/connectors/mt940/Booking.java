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
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One entry: its statement line, and what field 86 says of it. */
record Booking(StatementLine line, Information information) {
  private static final Pattern PLAIN_ACCOUNT = Pattern.compile("P?[0-9]{7,10}");

  private static final Pattern SPACING = Pattern.compile("[\\s.]");
  private static final Pattern BANK_CODE = Pattern.compile("[0-9]{8}");
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,9}");
  private static final Pattern NOBODY = Pattern.compile("P?0+|NONREF");

  /** Rabobank's older layout has the other party where SWIFT has the owner's reference. */
  private static final Pattern ACCOUNT_AND_NAME =
      Pattern.compile("(P?[0-9]{9,10}|NONREF)\\s{2,}(\\S.*)");

  /** What the payer ordered, in the further lines of field 61. */
  private static final Pattern ORDERED =
      Pattern.compile("/?OCMT/([A-Z]{3})([0-9]{1,15},[0-9]{0,3})/?");

  /** ING's code of the transaction, there too. */
  private static final Pattern TRANSACTION_CODE = Pattern.compile("/?TRCD/([A-Z0-9]{1,10})/?");

  /** Charges, there too. */
  private static final Pattern CHARGES = Pattern.compile("/?CHGS/[A-Z]{3}[0-9,]*/?");

  /** German banks say in words why a direct debit came back. */
  private static final Pattern RETURN_REASON =
      Pattern.compile("(?:R(?:ue|ü|UE|Ü)ckgabegrund|RUECKGABEGRUND):?\\s*([A-Z]{2}[0-9]{2})\\b");

  Payment payment(EntryNames names, AccountId own) {
    String said = line.reference();
    Matcher party = said == null || !hasBlank(said) ? null : ACCOUNT_AND_NAME.matcher(said);
    boolean older = party != null && party.matches();
    PaymentKind kind = TransactionType.kind(line, information);
    String endToEndId = information.get(Part.END_TO_END_ID);
    return new Payment(
        name(names, own),
        kind,
        line.direction(),
        line.bookingDate(),
        line.valueDate(),
        line.amount(),
        older && party != null ? party.group(2).strip() : information.get(Part.NAME),
        older && party != null ? id(party.group(1)) : payerAccount(own),
        bic(),
        information.get(Part.TEXT),
        information.get(Part.CREDITOR_REFERENCE),
        List.of(),
        endToEndId,
        transactionCode(),
        own,
        kind == PaymentKind.RETURN ? endToEndId : null,
        details(older, kind),
        null);
  }

  private String name(EntryNames names, AccountId own) {
    EntryNames.Content content =
        new EntryNames.Content()
            .add(line.type())
            .add(line.reference())
            .add(line.bankReference())
            .add(line.supplementary())
            .addUtf8(information.content());
    return names.byContent(own, line.bookingDate(), line.valueDate(), line.signed(), content);
  }

  private @Nullable String transactionCode() {
    Matcher ing = line.supplementary() == null ? null : TRANSACTION_CODE.matcher(supplementary());
    String code = ing != null && ing.find() ? ing.group(1) : information.code();
    if (line.type() == null || code == null) {
      return line.type() != null ? line.type() : code;
    }
    return line.type() + "-" + code;
  }

  /** German banks have a bank code in its place. */
  private @Nullable String bic() {
    String bank = information.get(Part.BIC);
    return bank != null && isBic(bank) ? bank : null;
  }

  /** Six letters and two or five more characters (ISO 9362). */
  private static boolean isBic(String bank) {
    if (bank.length() != 8 && bank.length() != 11) {
      return false;
    }
    for (int i = 0; i < bank.length(); i++) {
      char each = bank.charAt(i);
      boolean letter = each >= 'A' && each <= 'Z';
      if (!letter && (i < 6 || each < '0' || each > '9')) {
        return false;
      }
    }
    return true;
  }

  private @Nullable AccountId payerAccount(AccountId own) {
    AccountId found = named();
    if (found == null) {
      String compact = compact(line.supplementary());
      found = Ibans.holds(compact) || PLAIN_ACCOUNT.matcher(compact).matches() ? id(compact) : null;
    }
    return found == null || found.equals(own) ? null : found;
  }

  /** The account for which the bank has a field. */
  private @Nullable AccountId named() {
    String compact = compact(information.get(Part.IBAN));
    String bank = information.get(Part.BIC);
    if (bank != null
        && bank.length() == 8
        && BANK_CODE.matcher(bank).matches()
        && NUMBER.matcher(compact).matches()) {
      String number = compact.replaceFirst("^0+", "");
      return number.length() > 10 ? id(compact) : AccountId.ofIban(Ibans.german(bank, number));
    }
    return isAccount(compact) ? id(compact) : null;
  }

  /** Whether it may be the number of an account in any country. */
  private static boolean isAccount(String compact) {
    boolean digits = false;
    for (int i = 0; i < compact.length(); i++) {
      boolean digit = compact.charAt(i) >= '0' && compact.charAt(i) <= '9';
      if (!digit && (compact.charAt(i) < 'A' || compact.charAt(i) > 'Z')) {
        return false;
      }
      digits |= digit;
    }
    return digits && compact.length() >= 5 && compact.length() <= 34;
  }

  private static @Nullable AccountId id(String compact) {
    if (Ibans.hasShape(compact)) {
      return AccountId.ofIban(compact);
    }
    return NOBODY.matcher(compact).matches() ? null : new AccountId(null, compact, null);
  }

  private static String compact(@Nullable String given) {
    if (given == null) {
      return "";
    }
    boolean plain = !hasBlank(given) && given.indexOf('.') < 0;
    return plain ? given : SPACING.matcher(given).replaceAll("");
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private String supplementary() {
    return line.supplementary() == null ? "" : line.supplementary();
  }

  private PaymentDetails details(boolean older, PaymentKind kind) {
    BankReferences references =
        new BankReferences(
            null,
            information.get(Part.BATCH_ID),
            older ? null : ordering(),
            null,
            null,
            information.get(Part.MANDATE_ID),
            null,
            null,
            line.bankReference());
    String debtor = information.get(Part.ULTIMATE_NAME);
    String creditor = information.get(Part.ULTIMATE_OWN_NAME);
    boolean in = line.direction() == Direction.IN;
    PaymentDetails details =
        new PaymentDetails(
            references,
            information.get(Part.PAYER_ID),
            in ? debtor : creditor,
            in ? creditor : debtor,
            kind == PaymentKind.RETURN ? returnReason() : null,
            null,
            null,
            ordered(),
            null,
            List.of(),
            words());
    return details.equals(PaymentDetails.NONE) ? PaymentDetails.NONE : details;
  }

  private @Nullable String ordering() {
    return line.reference() != null ? line.reference() : information.get(Part.INSTRUCTION_ID);
  }

  private @Nullable String returnReason() {
    String said = information.get(Part.RETURN_REASON);
    if (said != null) {
      return said;
    }
    Matcher inWords = RETURN_REASON.matcher(information.text());
    return inWords.find() ? inWords.group(1) : null;
  }

  /** What the bank calls the entry, and the further lines of field 61 where they are words. */
  private @Nullable String words() {
    String posting = information.get(Part.POSTING_TEXT);
    if (line.supplementary() == null) {
      return posting;
    }
    String said = ORDERED.matcher(supplementary()).replaceAll("");
    said = TRANSACTION_CODE.matcher(said).replaceAll("");
    said = CHARGES.matcher(said).replaceAll("").strip();
    String compact = compact(said);
    if (said.isEmpty() || Ibans.holds(compact) || PLAIN_ACCOUNT.matcher(compact).matches()) {
      return posting;
    }
    return posting == null ? said : posting + " " + said;
  }

  private @Nullable Money ordered() {
    if (line.supplementary() == null) {
      return null;
    }
    Matcher ordered = ORDERED.matcher(supplementary());
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
