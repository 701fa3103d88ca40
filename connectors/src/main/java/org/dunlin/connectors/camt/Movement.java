package org.dunlin.connectors.camt;

import java.util.List;
import java.util.regex.Pattern;
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
 * One movement of money on an account, for which there will be one payment: a transaction, or an
 * entry as a whole. Where the bank marked fields within a text, they fill what else is empty.
 */
final class Movement {
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

  private final EntryHead head;
  private final Detail detail;
  private final @Nullable String bankWords;
  private final Subfields fields;

  /**
   * Reads the texts.
   *
   * @param words the bank's own, which stand in for the payer's where the payer says nothing
   */
  Movement(EntryHead head, Detail detail, @Nullable String words) {
    this.head = head;
    this.detail = detail;
    Remittance remittance = detail.remittance();
    String ofBank = Remittance.oneLine(words);
    this.fields = Subfields.of(remittance.isEmpty() ? ofBank : remittance.text());
    this.bankWords = remittance.isEmpty() ? null : ofBank;
  }

  /** The payment of that id and amount on the account. */
  Payment payment(String id, Money amount, AccountId account) {
    Counterparty party = detail.counterparty();
    Remittance remittance = detail.remittance();
    String endToEndId = either(detail.endToEndId(), Part.END_TO_END_ID);
    return new Payment(
        id,
        detail.kind(),
        detail.direction(),
        head.bookingDate(),
        head.valueDate(),
        amount,
        either(party.shownName(), Part.NAME),
        payerAccount(party, account),
        either(party.bic(), Part.BIC),
        fields.get(Part.TEXT),
        either(remittance.creditorReference(), Part.CREDITOR_REFERENCE),
        remittance.references(),
        endToEndId,
        detail.transactionCode(),
        account,
        Detail.returnOf(detail.kind(), endToEndId),
        details(party),
        null);
  }

  /** What the bank took of a batch, which its entry holds back from the sum of its transactions. */
  static Payment charge(String id, EntryHead head, Money rest, AccountId account) {
    return new Payment(
        id,
        PaymentKind.FEE,
        rest.isNegative() ? Direction.OUT : Direction.IN,
        head.bookingDate(),
        head.valueDate(),
        rest.abs(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        head.code().text(),
        account,
        null,
        null);
  }

  private PaymentDetails details(Counterparty party) {
    Further further = detail.further();
    PaymentDetails details =
        new PaymentDetails(
            references(further.references()),
            either(party.id(), Part.PAYER_ID),
            either(party.ultimate(), Part.ULTIMATE_NAME),
            either(party.ultimateOwn(), Part.ULTIMATE_OWN_NAME),
            either(further.returnReason(), Part.RETURN_REASON),
            further.returnText(),
            further.returnedCode(),
            further.ordered(),
            further.rate(),
            further.charges(),
            bankWords);
    return details.equals(PaymentDetails.NONE) ? PaymentDetails.NONE : details;
  }

  private BankReferences references(BankReferences given) {
    String mandate = either(given.mandateId(), Part.MANDATE_ID);
    String instruction = either(given.instructionId(), Part.INSTRUCTION_ID);
    String bank = given.bankReference() != null ? given.bankReference() : head.reference();
    return new BankReferences(
        given.messageId(),
        given.batchId(),
        instruction,
        given.transactionId(),
        given.uetr(),
        mandate,
        given.chequeNumber(),
        given.clearingReference(),
        bank,
        head.entryReference(),
        head.detailMessageId());
  }

  private @Nullable AccountId payerAccount(Counterparty party, AccountId own) {
    String marked = fields.get(Part.IBAN);
    if (party.shownAccount() != null || marked == null) {
      return party.shownAccount();
    }
    String compact = Accounts.compact(marked);
    AccountId found =
        IBAN.matcher(compact).matches()
            ? AccountId.ofIban(compact)
            : new AccountId(null, marked, null);
    return found.equals(own) ? null : found;
  }

  private @Nullable String either(@Nullable String given, Part marked) {
    return given != null ? given : fields.get(marked);
  }
}
