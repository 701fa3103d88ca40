package org.dunlin.connectors;

import java.util.Locale;

/** Makes a CODA file tie out whose amounts somebody changed to publish it. */
final class CodaRepair {
  private CodaRepair() {}

  /** The file with cents for mills, and the new balance and the totals that its entries give. */
  static String tiedOut(String file) {
    StringBuilder text = new StringBuilder();
    long balance = 0;
    long debit = 0;
    long credit = 0;
    for (String line : file.split("\\R")) {
      String written = line;
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '1' -> balance = signed(line, 42);
        case '2' -> {
          if (line.charAt(1) == '1') {
            written = line.substring(0, 46) + "0" + line.substring(47);
            long amount = line.startsWith("0000", 6) ? signed(written, 31) : 0;
            balance += amount;
            debit -= Math.min(0, amount);
            credit += Math.max(0, amount);
          }
        }
        case '8' ->
            written =
                line.substring(0, 41)
                    + (balance < 0 ? "1" : "0")
                    + amount(balance)
                    + line.substring(57);
        case '9' ->
            written =
                line.substring(0, 16)
                    + "000000"
                    + amount(debit)
                    + amount(credit)
                    + line.substring(52);
        default -> {
          // says no amount of the account
        }
      }
      text.append(written).append('\n');
    }
    return text.toString();
  }

  private static long signed(String line, int sign) {
    long amount = Long.parseLong(line.substring(sign + 1, sign + 16));
    return line.charAt(sign) == '1' ? -amount : amount;
  }

  private static String amount(long mills) {
    return String.format(Locale.ROOT, "%015d", Math.abs(mills));
  }
}
