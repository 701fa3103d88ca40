package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeTokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INV-1|INV-12",
        "INV-1|INV-1-2",
        "INV-1|XINV-1",
        "INV-1|INV-1A",
        "INV-1|INV-1/7",
        "INV-1|CR-INV-1",
        "2026-0042|12026-00421",
        "2026-0042|2026-00421",
        "2026-0042|2026-0042-1",
        "2026-0042|CR-2026-0042",
        "2026-0042|1.2026-0042",
        "701489|1701489",
        "701489|7014890",
        "701489|701489,50",
        "701489|701.489,50",
        "701489|1 701489 2",
        "701489|0031 701489 88",
        "701489|+31 20 701489",
        "701489|020-701489",
        "701489|Tel. 701489",
        "701489|ID 5182701489069",
        "71643|NL91 ABNA 0471 643 00",
        "0417|NL91 ABNA 0417 1643 00",
        "NL91ABNA|NL91 ABNA 0417 1643 00",
        "1643|NL91ABNA0417164300",
        "1643|0417 1643 00",
        "164300|0417 1643 00",
        "11-2026|30-11-2026",
        "2026|30.11.2026",
        "3011|30.11.2026",
        "202611|2026-11-30",
        "121000|1.210,00",
      })
  void aNumberIsNotFoundInside(String number, String text) {
    assertThat(found(number, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INV-12|INV-12",
        "INV-12|inv12",
        "INV-12|Inv 12",
        "INV-12|inv. 12",
        "INV-12|INV - 12",
        "INV-12|INV–12",
        "INV-12|ref:INV-12.",
        "INV-12|(INV-12)",
        "INV-12|#INV-12,Danke",
        "2026-0042|20260042",
        "2026-0042|2026/0042",
        "2026-0042|2026 0042",
        "2026-0042|2026.0042",
        "2026-0042|2026_0042",
        "2026-0042|Fact.nr.2026-0042",
        "2026-0042|2026-0042/2026-0043",
        "2026-0042|2026-0042,2026-0043,2026-0044",
        "2026-0042|2026-0042 5188853272",
        "2026-0042|5182062969 uw factuur 2026-0042 d.d. 30-10-2026",
        "RE26003473|IHRE RECHNUNG RE2 6003473",
        "701489|701489 701490",
        "701489|RG 701488+701489",
        "701489|Rechnung 701489 vom 30.11.2026",
        "701489|30.11.2026 701489",
        "FAÇ-7|faç 7",
      })
  void aNumberIsFoundHoweverItIsWritten(String number, String text) {
    assertThat(found(number, text)).hasSize(1);
  }

  @Test
  void theTextIsShownAsItIsWritten() {
    assertThat(found("INV-12", "pay inv / 12").getFirst().written()).isEqualTo("INV / 12");
  }

  @Test
  void aTextThatIsCutForItsLengthDoesNotEndInAWrongNumber() {
    String text = " ".repeat(20_000 - "INV-12".length()) + "INV-123";
    assertThat(found("INV-12", text)).isEmpty();
  }

  @Property
  void lettersOrDigitsGluedToANumberHideIt(
      @ForAll @NumericChars @StringLength(min = 1, max = 3) String digits,
      @ForAll @AlphaChars @StringLength(min = 1, max = 3) String letters) {
    for (String number : List.of("2026-0042", "INV-1", "701489")) {
      assertThat(found(number, digits + number)).isEmpty();
      assertThat(found(number, number + digits)).isEmpty();
      assertThat(found(number, letters + number)).isEmpty();
      assertThat(found(number, number + letters)).isEmpty();
    }
  }

  @Property
  void noTextMakesItFail(@ForAll String text) {
    assertThat(found("INV-12", text)).allMatch(mention -> mention.key().equals("INV12"));
  }

  private static List<Mention> found(String number, String text) {
    return new Mentions(Set.of(Text.compact(number))).in(text);
  }
}
