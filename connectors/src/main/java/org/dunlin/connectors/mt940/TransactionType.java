package org.dunlin.connectors.mt940;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Subfields.Part;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * What kind of payment an entry is, by the mark of field 61, the German code of the transaction
 * (GVC; Deutsche Kreditwirtschaft, DFÜ-Abkommen annex 3), the words of Dutch banks, or the
 * transaction type of SWIFT.
 */
final class TransactionType {
  private static final Set<String> GERMAN_RETURNS =
      Set.of("009", "059", "108", "109", "110", "111", "159", "160", "181", "182", "184", "185");

  private static final Set<String> GERMAN_DEBITS =
      Set.of(
          "004", "005", "071", "104", "105", "107", "171", "172", "173", "174", "192", "193", "195",
          "196", "197");

  private static final Set<String> GERMAN_CARDS = Set.of("106", "190", "198", "199");

  private static final Set<String> GERMAN_TRANSFERS =
      Set.of(
          "008", "020", "033", "034", "035", "051", "052", "053", "054", "067", "068", "069", "072",
          "082", "115", "116", "117", "118", "119", "152", "153", "154", "155", "156", "157", "161",
          "165", "166", "167", "168", "169", "177", "178", "179", "191", "194", "201", "202",
          "206");

  private static final Set<String> GERMAN_FEES =
      Set.of("805", "806", "807", "808", "809", "814", "815");

  private static final Set<String> GERMAN_CHEQUES =
      Set.of("001", "002", "003", "011", "012", "013", "070", "101", "102", "170");

  private static final Map<String, PaymentKind> GERMAN = german();

  /** SWIFT's codes; those of two letters are ING's for its older accounts. */
  private static final Map<String, PaymentKind> OF_SWIFT =
      Map.ofEntries(
          Map.entry("TRF", PaymentKind.TRANSFER),
          Map.entry("STO", PaymentKind.TRANSFER),
          Map.entry("DDT", PaymentKind.DIRECT_DEBIT),
          Map.entry("CHK", PaymentKind.CHEQUE),
          Map.entry("ECK", PaymentKind.CHEQUE),
          Map.entry("TCK", PaymentKind.CHEQUE),
          Map.entry("CLR", PaymentKind.CHEQUE),
          Map.entry("RTI", PaymentKind.RETURN),
          Map.entry("RET", PaymentKind.RETURN),
          Map.entry("CHG", PaymentKind.FEE),
          Map.entry("COM", PaymentKind.FEE),
          Map.entry("BRF", PaymentKind.FEE),
          Map.entry("OV", PaymentKind.TRANSFER),
          Map.entry("GT", PaymentKind.TRANSFER),
          Map.entry("PO", PaymentKind.TRANSFER),
          Map.entry("AC", PaymentKind.TRANSFER),
          Map.entry("VZ", PaymentKind.TRANSFER),
          Map.entry("ID", PaymentKind.TRANSFER),
          Map.entry("IC", PaymentKind.DIRECT_DEBIT),
          Map.entry("BA", PaymentKind.CARD),
          Map.entry("GM", PaymentKind.CARD),
          Map.entry("CH", PaymentKind.CHEQUE),
          Map.entry("100", PaymentKind.TRANSFER),
          Map.entry("101", PaymentKind.TRANSFER),
          Map.entry("102", PaymentKind.TRANSFER),
          Map.entry("103", PaymentKind.TRANSFER),
          Map.entry("104", PaymentKind.DIRECT_DEBIT),
          Map.entry("110", PaymentKind.CHEQUE),
          Map.entry("190", PaymentKind.FEE),
          Map.entry("200", PaymentKind.TRANSFER),
          Map.entry("202", PaymentKind.TRANSFER));

  private static final Pattern RETURN =
      Pattern.compile("/RTRN/|/TRTP/[^/]*(?:RETOUR|STORNO|TERUGBOEKING|REJECT|RETURN)");
  private static final Pattern DEBIT = Pattern.compile("/TRTP/[^/]*INCASSO");
  private static final Pattern TRANSFER =
      Pattern.compile("/TRTP/[^/]*(?:OVERBOEKING|ACCEPTGIRO|IDEAL)");
  private static final Pattern CARD = Pattern.compile("(?:/TRTP/)?(?:BEA|GEA)\\b");

  private TransactionType() {}

  static PaymentKind kind(StatementLine line, Information information) {
    String text = information.text();
    boolean slash = text.startsWith("/");
    if (line.reversal()
        || information.get(Part.RETURN_REASON) != null
        || slash && RETURN.matcher(text).find()) {
      return PaymentKind.RETURN;
    }
    PaymentKind german = information.code() == null ? null : GERMAN.get(information.code());
    if (german != null) {
      return german;
    }
    if (slash && DEBIT.matcher(text).find()) {
      return PaymentKind.DIRECT_DEBIT;
    }
    if (slash && TRANSFER.matcher(text).find() || text.startsWith("SEPA OVERBOEKING ")) {
      return PaymentKind.TRANSFER;
    }
    boolean card = slash || text.startsWith("BEA") || text.startsWith("GEA");
    return card && CARD.matcher(text).lookingAt() ? PaymentKind.CARD : swift(line.type());
  }

  /**
   * What SWIFT's type says. S before a number names a message of SWIFT; N before one is a bank's
   * own code, of which nothing is known.
   */
  private static PaymentKind swift(@Nullable String type) {
    if (type == null) {
      return PaymentKind.OTHER;
    }
    String code = type.substring(1);
    boolean own = Character.isDigit(code.charAt(0)) && type.charAt(0) != 'S';
    return own ? PaymentKind.OTHER : OF_SWIFT.getOrDefault(code, PaymentKind.OTHER);
  }

  private static Map<String, PaymentKind> german() {
    Map<String, PaymentKind> kinds = new HashMap<>();
    GERMAN_RETURNS.forEach(code -> kinds.put(code, PaymentKind.RETURN));
    GERMAN_DEBITS.forEach(code -> kinds.put(code, PaymentKind.DIRECT_DEBIT));
    GERMAN_CARDS.forEach(code -> kinds.put(code, PaymentKind.CARD));
    GERMAN_FEES.forEach(code -> kinds.put(code, PaymentKind.FEE));
    GERMAN_CHEQUES.forEach(code -> kinds.put(code, PaymentKind.CHEQUE));
    GERMAN_TRANSFERS.forEach(code -> kinds.put(code, PaymentKind.TRANSFER));
    return Map.copyOf(kinds);
  }
}
