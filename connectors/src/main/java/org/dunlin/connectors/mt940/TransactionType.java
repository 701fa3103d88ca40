package org.dunlin.connectors.mt940;

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
      Set.of(
          "014", "059", "108", "109", "110", "111", "112", "114", "159", "160", "181", "182", "183",
          "184", "185", "188", "193", "194", "195", "196", "197", "198", "199");

  private static final Set<String> GERMAN_DEBITS =
      Set.of(
          "004", "005", "071", "104", "105", "106", "107", "171", "172", "173", "174", "192");

  private static final Set<String> GERMAN_TRANSFERS =
      Set.of(
          "008", "020", "033", "034", "035", "051", "052", "053", "054", "067", "068", "069", "072",
          "082", "115", "116", "117", "118", "119", "152", "153", "154", "155", "156", "157", "165",
          "166", "167", "168", "169", "177", "178", "179", "190", "191", "201", "202", "206");

  private static final Set<String> GERMAN_FEES =
      Set.of("805", "806", "807", "808", "809", "814", "815");

  private static final Set<String> GERMAN_CHEQUES =
      Set.of("001", "002", "003", "011", "012", "013", "070", "101", "102", "170", "183");

  private static final Map<String, PaymentKind> OF_SWIFT =
      Map.ofEntries(
          Map.entry("TRF", PaymentKind.TRANSFER),
          Map.entry("STO", PaymentKind.TRANSFER),
          Map.entry("DDT", PaymentKind.DIRECT_DEBIT),
          Map.entry("CHK", PaymentKind.CHEQUE),
          Map.entry("RTI", PaymentKind.RETURN),
          Map.entry("RET", PaymentKind.RETURN),
          Map.entry("CHG", PaymentKind.FEE),
          Map.entry("COM", PaymentKind.FEE),
          Map.entry("INT", PaymentKind.FEE));

  private static final Pattern RETURN = Pattern.compile("/RTRN/|RETOUR|STORNO|TERUGBOEKING");
  private static final Pattern DEBIT = Pattern.compile("/TRTP/[^/]*INCASSO");
  private static final Pattern TRANSFER =
      Pattern.compile("/TRTP/[^/]*(?:OVERBOEKING|ACCEPTGIRO|IDEAL)");

  private TransactionType() {}

  static PaymentKind kind(StatementLine line, Information information) {
    String text = information.text() == null ? "" : information.text();
    boolean slash = text.startsWith("/");
    if (line.reversal() || slash && RETURN.matcher(text).find()
        || information.get(Part.RETURN_REASON) != null) {
      return PaymentKind.RETURN;
    }
    PaymentKind german = german(information.code());
    if (german != null) {
      return german;
    }
    if (DEBIT.matcher(text).find()) {
      return PaymentKind.DIRECT_DEBIT;
    }
    if (TRANSFER.matcher(text).find()) {
      return PaymentKind.TRANSFER;
    }
    String type = line.type();
    return type == null || type.length() < 4
        ? PaymentKind.OTHER
        : OF_SWIFT.getOrDefault(type.substring(1), PaymentKind.OTHER);
  }

  private static @Nullable PaymentKind german(@Nullable String code) {
    if (code == null) {
      return null;
    }
    if (GERMAN_RETURNS.contains(code)) {
      return PaymentKind.RETURN;
    }
    if (GERMAN_DEBITS.contains(code)) {
      return PaymentKind.DIRECT_DEBIT;
    }
    if (GERMAN_FEES.contains(code)) {
      return PaymentKind.FEE;
    }
    if (GERMAN_CHEQUES.contains(code)) {
      return PaymentKind.CHEQUE;
    }
    return GERMAN_TRANSFERS.contains(code) ? PaymentKind.TRANSFER : null;
  }
}
