package org.dunlin.connectors.csv;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.bank.Subfields;
import org.dunlin.connectors.bank.Subfields.Part;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes payments of the rows of one file. Where a bank marked fields within a text, they fill what
 * has no column; names are made of the text as it stands.
 */
final class EntryPayments {
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final String NOTHING = "NOTPROVIDED";

  private final Table table;
  private final Occurrences occurrences;
  private final EntryNames names;

  EntryPayments(Table table, Scratch scratch) {
    this.table = table;
    occurrences = new Occurrences(scratch);
    names = new EntryNames(occurrences, "");
  }

  /**
   * The payment of an entry.
   *
   * @param more text of rows that go on with it; absent where there is none
   */
  Payment payment(EntryRow entry, @Nullable String more) {
    Row row = entry.row();
    String remittance = joined(table.text(row, Target.REMITTANCE), more);
    AccountId payer = payerAccount(entry);
    String creditorReference = compact(table.text(row, Target.CREDITOR_REFERENCE));
    String endToEndId = given(table.text(row, Target.END_TO_END_ID));
    PaymentKind kind = kind(row);
    Subfields marked = Subfields.of(remittance);
    return new Payment(
        name(entry, payer, remittance, creditorReference, endToEndId),
        kind,
        entry.gained().isNegative() ? Direction.OUT : Direction.IN,
        entry.bookingDate(),
        table.day(row, Target.VALUE_DATE),
        entry.gained().abs(),
        either(party(entry, Target.PAYER_NAME, Target.PAYEE_NAME), marked, Part.NAME),
        payer == null ? marked(entry, marked) : payer,
        either(compact(party(entry, Target.PAYER_BIC, Target.PAYEE_BIC)), marked, Part.BIC),
        marked.get(Part.TEXT),
        either(creditorReference, marked, Part.CREDITOR_REFERENCE),
        List.of(),
        either(endToEndId, marked, Part.END_TO_END_ID),
        transactionCode(row),
        entry.account(),
        kind == PaymentKind.RETURN ? either(endToEndId, marked, Part.END_TO_END_ID) : null,
        details(row, marked),
        null);
  }

  /** The payment of what the bank or provider kept of an entry. */
  Payment fee(EntryRow entry, Payment payment, Money fee) {
    return new Payment(
        payment.id() + "/fee",
        PaymentKind.FEE,
        fee.isNegative() ? Direction.OUT : Direction.IN,
        entry.bookingDate(),
        payment.valueDate(),
        fee.abs(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        entry.account(),
        null,
        null);
  }

  private String name(
      EntryRow entry,
      @Nullable AccountId payer,
      @Nullable String remittance,
      @Nullable String creditorReference,
      @Nullable String endToEndId) {
    Row row = entry.row();
    String id = table.text(row, Target.ID);
    if (id != null) {
      if (occurrences.count(entry.account().key() + "\nid\n" + id) > 1) {
        throw new Refusal(
            "REFERENCE_TWICE",
            row.line(),
            "'"
                + id
                + "' came before in this file, so it names no single entry; the description "
                + table.description().name()
                + " must call that column reference and not id");
      }
      return names.byReference(entry.account(), id, false);
    }
    EntryNames.Content content =
        new EntryNames.Content()
            .add(party(entry, Target.PAYER_NAME, Target.PAYEE_NAME))
            .add(payer == null ? null : payer.key())
            .add(remittance)
            .add(creditorReference)
            .add(endToEndId)
            .add(table.text(row, Target.REFERENCE));
    return names.byContent(
        entry.account(),
        entry.bookingDate(),
        table.day(row, Target.VALUE_DATE),
        entry.gained(),
        content);
  }

  /** What the file says of the other party, which has columns of its own where money left. */
  private @Nullable String party(EntryRow entry, Target payer, Target payee) {
    boolean left = entry.gained().isNegative() && table.layout().has(payee);
    return table.text(entry.row(), left ? payee : payer);
  }

  private PaymentKind kind(Row row) {
    return table
        .description()
        .kinds()
        .of(table.layout().text(row, Target.KIND))
        .orElse(PaymentKind.OTHER);
  }

  private @Nullable String transactionCode(Row row) {
    String code = table.text(row, Target.TRANSACTION_CODE);
    return code == null ? table.description().constants().get(Target.TRANSACTION_CODE) : code;
  }

  private @Nullable AccountId payerAccount(EntryRow entry) {
    String said = party(entry, Target.PAYER_ACCOUNT, Target.PAYEE_ACCOUNT);
    AccountId found = said == null || said.matches("0+") ? null : EntryRow.account(said);
    return found == null || found.equals(entry.account()) ? null : found;
  }

  /** Only an account that proves itself by its check digits is taken out of a text. */
  private static @Nullable AccountId marked(EntryRow entry, Subfields marked) {
    String iban = compact(marked.get(Part.IBAN));
    return iban == null || !Ibans.holds(iban) || iban.equals(entry.account().key())
        ? null
        : AccountId.ofIban(iban);
  }

  private static @Nullable String either(@Nullable String given, Subfields marked, Part part) {
    return given != null ? given : marked.get(part);
  }

  private PaymentDetails details(Row row, Subfields marked) {
    String mandate = either(table.text(row, Target.MANDATE_ID), marked, Part.MANDATE_ID);
    String reference = table.text(row, Target.REFERENCE);
    if (mandate == null && reference == null) {
      return PaymentDetails.NONE;
    }
    return new PaymentDetails(
        new BankReferences(null, null, null, null, null, mandate, null, null, reference),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static @Nullable String joined(@Nullable String text, @Nullable String more) {
    return text == null || more == null ? (text == null ? more : text) : text + " " + more;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.equalsIgnoreCase(NOTHING) ? null : text;
  }

  private static @Nullable String compact(@Nullable String text) {
    return text == null ? null : BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
