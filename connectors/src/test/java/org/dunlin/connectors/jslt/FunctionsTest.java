package org.dunlin.connectors.jslt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions of docs/programs.md. */
class FunctionsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          money(1210.10)                    | "1210.1"
          money("1210.10")                  | "1210.1"
          money(" -5 ")                     | "-5"
          money(1.21e3)                     | "1210"
          money("1210.0000")                | "1210"
          money(100)                        | "100"
          money(null)                       | null
          money("")                         | null
          money(false)                      | null
          minor(121010, "EUR")              | "1210.1"
          minor(500, "JPY")                 | "500"
          minor("1234", "tnd")              | "1.234"
          to-minor("1210.10", "EUR")        | 121010
          to-minor("1.5", "TND")            | 1500
          to-minor(null, "EUR")             | null
          plus("0.1", "0.2")                | "0.3"
          plus("1210.10", null, 5)          | "1215.1"
          plus(null, null)                  | null
          minus(1210.10, 1000.20)           | "209.9"
          minus("5", null)                  | "5"
          minus(null, "5")                  | null
          negate("5.50")                    | "-5.5"
          absolute("-5.50")                 | "5.5"
          absolute(null)                    | null
          times("1.1", "1.1")               | "1.21"
          sum(["0.1", 0.2, null])           | "0.3"
          sum([])                           | "0"
          divide("10", "3", "EUR")          | "3.33"
          divide("10", "4", "JPY")          | "3"
          decimal("1210.10")                | 1210.10
          number("42")                      | 42
          number("x", 7)                    | 7
          positive("0.01")                  | true
          positive("0")                     | false
          positive(null)                    | false
          zero("0.00")                      | true
          zero(null)                        | false
          less("9.99", "10")                | true
          equal("10", "10.00")              | true
          equal(null, null)                 | false
          """)
  void amountsAreComputedInDecimals(String call, String expected) {
    assertThat(applied(call)).isEqualTo(tree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date("2026-11-20")                                     | "2026-11-20"
          date("2026-11-20T23:30:00Z")                           | "2026-11-20"
          date("2026-11-20T23:30:00Z", "Europe/Amsterdam")       | "2026-11-21"
          date("2026-11-20T00:00:00.000+01:00")                  | "2026-11-20"
          date("2026-11-20T00:00:00+0100", null)                 | "2026-11-19"
          date("2026-11-20 09:00:00")                            | "2026-11-20"
          date("/Date(1766188800000+0000)/")                     | "2025-12-20"
          date("/Date(1766188800000)/", "America/New_York")      | "2025-12-19"
          date("")                                               | null
          date(false)                                            | null
          instant("2026-11-20T09:00:00+01:00")                   | "2026-11-20T08:00:00Z"
          instant("2026-11-20 09:00:00")                         | "2026-11-20T09:00:00Z"
          instant("2026-11-01 09:00:00.123456")                  | "2026-11-01T09:00:00.123456Z"
          instant("2026-11-20")                                  | "2026-11-20T00:00:00Z"
          instant("/Date(1766188800000+0000)/")                  | "2025-12-20T00:00:00Z"
          epoch-date(1766188800)                                 | "2025-12-20"
          epoch-date(1766188800, "America/New_York")             | "2025-12-19"
          epoch-instant("1766188800")                            | "2025-12-20T00:00:00Z"
          epoch-instant(null)                                    | null
          plus-days("2026-12-31", 1)                             | "2027-01-01"
          plus-days("2026-03-01", "-1")                          | "2026-02-28"
          plus-days(null, 5)                                     | null
          """)
  void datesAreReadAsProgramsWriteThem(String call, String expected) {
    assertThat(applied(call)).isEqualTo(tree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          upper(" eur")                            | " EUR"
          one-line("a\\n  b\\tc ")                 | "a b c"
          one-line("  ")                           | null
          blank("  ")                              | true
          blank(false)                             | true
          blank("x")                               | false
          first(null, "", "b", "c")                | "b"
          first(false, [], {}, 0)                  | 0
          first(null)                              | null
          country("nl")                            | "NL"
          country("Netherlands")                   | "NL"
          country("The Netherlands")               | "NL"
          country("DEU")                           | "DE"
          country("United Kingdom")                | "GB"
          country("Atlantis")                      | null
          iban("nl91 abna 0417 1643 00")           | "NL91ABNA0417164300"
          iban("NL91ABNA0417164301")               | null
          join(["a", 1, "b"], "-")                 | "a-1-b"
          replace("a-b-c", "-", "+")               | "a+b+c"
          split("a,b,,", ",")                      | ["a","b"]
          capture("INV-42", "(?<n>[0-9]+)")        | {"n":"42"}
          test("INV-42", "^INV")                   | true
          from-json("{\\"a\\":1.10}").a            | 1.10
          """)
  void textsAreMadePlain(String call, String expected) {
    assertThat(applied(call)).isEqualTo(tree(expected));
  }

  private static JsonNode applied(String call) {
    return tree(ExpressionTest.of(call).apply(ExpressionTest.tree("{}"), Map.of()).toString());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
