package org.dunlin.connectors.fuzz;

import java.util.List;
import java.util.Random;

/** Values that readers have stumbled over. Everything is Latin-1, since bytes are kept so. */
final class Tricks {
  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "00000",
          "0.001",
          "1e9",
          "1e-999999999",
          "1E2147483647",
          "9".repeat(18),
          "9".repeat(18) + ".99",
          "9".repeat(19),
          "9".repeat(5000),
          "0." + "0".repeat(5000) + "1",
          ".5",
          "5.",
          "+5",
          "1,000.00",
          "1.000,00",
          "NaN",
          "INF",
          "0x10",
          "2147483648",
          "-9223372036854775808",
          "");

  static final List<String> DATES =
      List.of(
          "0000-00-00",
          "0000-01-01",
          "9999-12-31",
          "2026-02-30",
          "2024-02-29",
          "2026-13-01",
          "2026-11-20T25:00:00Z",
          "2026-11-20Z",
          "2026-11-20+14:00",
          "99999-01-01",
          "-0001-01-01",
          "20.11.2026",
          "2026-1-1",
          "");

  static final List<String> WORDS =
      List.of(
          "XXX", "JPY", "BHD", "CLF", "eur", "EURO", "null", "true", "OPEN", "CRDT", "ID",
          "Invoice", "type", "plans", "id", "y", "");

  static final List<String> INSERTED =
      List.of(
          "&#0;",
          "&#xD800;",
          "&#x110000;",
          "&#10;",
          "&lt;",
          "&amp;",
          "&who;",
          "&",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "<!ENTITY % p SYSTEM \"file:///dev/zero\">",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?xml version=\"1.1\"?>",
          "<?pi ?>",
          "<a/>",
          "</a>",
          "<x:y/>",
          " xmlns=\"\"",
          " xmlns:a=\"a\" a:b=\"c\"",
          "\\u0000",
          "\\ud83e",
          "\\u2028",
          "\"",
          "\\",
          "{\"a\":",
          ",",
          "\n",
          "\r\n",
          "\n\n---\n",
          "&a [*a]",
          "*a",
          "!!java.net.URL [\"file:///\"]",
          "<<: *a",
          "? ",
          "|\n ",
          "%TAG ! x\n",
          "\t",
          "\0",
          "\u00ff\u00fe",
          "\u00ed\u00a0\u0080");

  static final List<String> OPENING =
      List.of("<a>", "<a b=\"c\">", "<!--", "{\"a\":", "[", "{a: ", "- ", "? ", "a:\n ", "&", "\"");

  static final List<String> ENCODINGS =
      List.of("UTF-16", "UTF-32", "US-ASCII", "IBM037", "windows-1252", "UTF-7", "x-none", "");

  private Tricks() {}

  static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
