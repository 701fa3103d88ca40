package org.dunlin.core.message;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.qrcode.TransferCode;
import org.dunlin.core.reference.CreditorReference;
import org.dunlin.core.reference.ReferenceScheme;
import org.dunlin.core.reference.StructuredReference;
import org.iban4j.IbanUtil;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a Swiss QR-bill says (SIX, Swiss Implementation Guidelines QR-bill, version 2.3): structured
 * addresses; a QR reference goes with a QR-IBAN and with nothing else, an ISO 11649 reference and
 * no reference with any other IBAN.
 *
 * @param account the IBAN, without blanks
 * @param amount in francs or euros, to the cent
 * @param currency CHF or EUR
 * @param reference of 27 digits, or beginning with RF; absent: none
 * @param message for people, of at most 140 characters; absent: none
 * @param debtorAddress absent where not all of it is known: it is left to be filled in
 */
public record SwissSlip(
    String account,
    String creditor,
    Address creditorAddress,
    BigDecimal amount,
    String currency,
    @Nullable String reference,
    @Nullable String message,
    String debtor,
    @Nullable Address debtorAddress) {
  private static final BigDecimal LARGEST = new BigDecimal("999999999.99");
  private static final int FIRST_QR_BANK = 30000;
  private static final int LAST_QR_BANK = 31999;
  private static final int LONGEST_NAME = 70;

  /**
   * The slip for one payment; empty where the company has no Swiss account for it, or something is
   * missing of its address.
   *
   * @param quoted what identifies the payment; the payment references of its invoices
   */
  public static Optional<SwissSlip> of(
      String creditor,
      Address creditorAddress,
      List<AccountId> accounts,
      Money amount,
      List<String> quoted,
      String debtor,
      @Nullable Address debtorAddress) {
    String currency = amount.getCurrencyUnit().getCode();
    boolean payable =
        (currency.equals("CHF") || currency.equals("EUR"))
            && amount.isPositive()
            && amount.getAmount().compareTo(LARGEST) <= 0;
    if (!payable || !whole(creditorAddress)) {
      return Optional.empty();
    }
    Optional<String> qr = quoted.size() == 1 ? qrReference(quoted.getFirst()) : Optional.empty();
    return account(accounts, qr.isPresent())
        .map(
            account ->
                new SwissSlip(
                    account,
                    cut(creditor),
                    creditorAddress,
                    amount.getAmount(),
                    currency,
                    qr.orElseGet(() -> creditorReference(quoted)),
                    message(quoted),
                    cut(debtor),
                    whole(debtorAddress) ? debtorAddress : null));
  }

  /** Whether an IBAN is one for QR references only: its bank number is from 30000 to 31999. */
  static boolean isQrIban(String iban) {
    if (!isSwiss(iban)) {
      return false;
    }
    String bank = iban.substring(4, 9);
    return bank.matches("[0-9]{5}")
        && Integer.parseInt(bank) >= FIRST_QR_BANK
        && Integer.parseInt(bank) <= LAST_QR_BANK;
  }

  private static Optional<String> account(List<AccountId> accounts, boolean qr) {
    return accounts.stream()
        .map(AccountId::iban)
        .filter(Objects::nonNull)
        .map(iban -> iban.replaceAll("\\s", ""))
        .filter(iban -> isSwiss(iban) && IbanUtil.isValid(iban) && isQrIban(iban) == qr)
        .findFirst();
  }

  private static boolean isSwiss(String iban) {
    return iban.length() == 21 && (iban.startsWith("CH") || iban.startsWith("LI"));
  }

  private static Optional<String> qrReference(String written) {
    return StructuredReference.readings(written).stream()
        .filter(each -> each.scheme() == ReferenceScheme.SWISS_QRR && each.text().length() == 27)
        .filter(each -> written.replaceAll("\\s", "").length() == 27)
        .map(StructuredReference::text)
        .findFirst();
  }

  private static @Nullable String creditorReference(List<String> quoted) {
    return quoted.size() == 1 && CreditorReference.isValid(quoted.getFirst())
        ? CreditorReference.normalised(quoted.getFirst())
        : null;
  }

  /** What the reference says already is not said twice. */
  private static @Nullable String message(List<String> quoted) {
    boolean said =
        quoted.size() == 1
            && (qrReference(quoted.getFirst()).isPresent()
                || CreditorReference.isValid(quoted.getFirst()));
    return said ? null : TransferCode.remittance(quoted);
  }

  private static boolean whole(@Nullable Address address) {
    return address != null
        && filled(address.postalCode())
        && filled(address.city())
        && filled(address.country());
  }

  private static boolean filled(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)).strip();
  }
}
