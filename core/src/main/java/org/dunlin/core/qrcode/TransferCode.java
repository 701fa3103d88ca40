package org.dunlin.core.qrcode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.reference.CreditorReference;
import org.iban4j.IbanUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The text of a QR code that asks for a SEPA credit transfer, by EPC069-12 (European Payments
 * Council, "Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA
 * Credit Transfer"): service tag BCD, version 002, UTF-8, without a BIC.
 */
public final class TransferCode {
  private static final BigDecimal LARGEST = new BigDecimal("999999999.99");
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_TEXT = 140;
  private static final int MOST_BYTES = 331;

  private TransferCode() {}

  /**
   * The text of the code; empty where the code cannot say the payment: another currency than euro,
   * an amount beyond 0.01 to 999,999,999.99, an account without a valid IBAN, or more than 331
   * bytes.
   *
   * @param creditor who is paid; cut off after 70 characters
   * @param quoted what identifies the payment: one ISO 11649 reference becomes the structured
   *     reference; all else stands in the unstructured text, as {@link #remittance} has it
   */
  public static Optional<String> of(
      String creditor, String iban, Money amount, List<String> quoted) {
    String account = iban.replaceAll("\\s", "");
    if (!payable(amount) || !IbanUtil.isValid(account)) {
      return Optional.empty();
    }
    String value = amount.getAmount().setScale(2).toPlainString();
    String head =
        String.join(
            "\n",
            "BCD",
            "002",
            "1",
            "SCT",
            "",
            cut(oneLine(creditor), LONGEST_NAME),
            account,
            "EUR" + value,
            "");
    String code = head + "\n" + reference(quoted);
    return code.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(code);
  }

  /**
   * What a payer quotes, on one line of at most 140 characters, the room that a SEPA transfer has:
   * as many as find room whole, and how many more there are.
   */
  public static String remittance(List<String> quoted) {
    List<String> all = quoted.stream().map(TransferCode::oneLine).distinct().toList();
    for (int count = all.size(); count > 0; count--) {
      String text = String.join(", ", all.subList(0, count));
      String more = count == all.size() ? "" : " +" + (all.size() - count);
      if (text.length() + more.length() <= LONGEST_TEXT) {
        return text + more;
      }
    }
    return all.isEmpty() ? "" : cut(all.getFirst(), LONGEST_TEXT);
  }

  private static boolean payable(Money amount) {
    return amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
        && amount.isPositive()
        && amount.getAmount().compareTo(LARGEST) <= 0;
  }

  /** The structured reference, or an empty line for it and the unstructured text. */
  private static String reference(List<String> quoted) {
    return quoted.size() == 1 && CreditorReference.isValid(quoted.getFirst())
        ? CreditorReference.normalised(quoted.getFirst())
        : "\n" + remittance(quoted);
  }

  /** A line break would begin the next element. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip();
  }
}
