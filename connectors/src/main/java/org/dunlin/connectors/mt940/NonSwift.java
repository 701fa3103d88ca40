package org.dunlin.connectors.mt940;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Field NS, in which German programs kept the details of an entry before field 86 had a layout:
 * lines that begin with a number of two digits, the payer's words in 01 to 14.
 */
final class NonSwift {
  private static final Map<String, String> AS_IN_86 =
      Map.ofEntries(
          Map.entry("01", "?20"),
          Map.entry("02", "?21"),
          Map.entry("03", "?22"),
          Map.entry("04", "?23"),
          Map.entry("05", "?24"),
          Map.entry("06", "?25"),
          Map.entry("07", "?26"),
          Map.entry("08", "?27"),
          Map.entry("09", "?28"),
          Map.entry("10", "?29"),
          Map.entry("11", "?60"),
          Map.entry("12", "?61"),
          Map.entry("13", "?62"),
          Map.entry("14", "?63"),
          Map.entry("15", "?32"),
          Map.entry("16", "?33"),
          Map.entry("17", "?00"));

  private NonSwift() {}

  /** The lines as German banks have them in field 86. */
  static List<String> layout(List<String> lines) {
    List<String> layout = new ArrayList<>();
    layout.add("000");
    for (String line : lines) {
      String as = line.length() < 2 ? null : AS_IN_86.get(line.substring(0, 2));
      if (as != null) {
        layout.add(as + line.substring(2));
      }
    }
    return layout;
  }
}
