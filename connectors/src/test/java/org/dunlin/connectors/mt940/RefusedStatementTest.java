package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.junit.jupiter.api.Test;

/** A statement is taken as a whole or not at all. */
class RefusedStatementTest {
  @Test
  void balancesThatDoNotTieOutAreSaidWithTheSums() {
    Problem problem =
        Sample.german().with(":62F:C261120EUR2110,00", ":62F:C261120EUR2110,01").problem();

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.message())
        .startsWith("opening 1000.00 + entries 1110.00 is not closing 2110.01");
    assertThat(problem.position()).isEqualTo("line 19");
    assertThat(problem.source()).isEqualTo("sample.sta");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefusedWithAPlaceOrIsStillWhole() {
    for (Sample whole : List.of(Sample.german(), Sample.dutch())) {
      int closing = whole.text().indexOf(":62F:") + ":62F:C261120EUR".length();
      for (int end = 0; end < whole.text().length(); end++) {
        Sample cut = new Sample(whole.text().substring(0, end));
        if (end <= closing || refused(cut)) {
          assertThat(cut.problem().position()).as("cut at %d", end).startsWith("line ");
        } else {
          assertThat(cut.payments()).as("cut at %d", end).isEqualTo(whole.payments());
        }
      }
    }
  }

  @Test
  void everyLineThatIsMissingIsNoticedUnlessItIsOnlyWords() {
    String[] lines = Sample.german().text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean counts = lines[i].matches(":(20|25|60F|61|62F):.*");
      StringBuilder rest = new StringBuilder();
      for (int j = 0; j < lines.length; j++) {
        rest.append(j == i ? "" : lines[j] + "\n");
      }
      boolean refused = refused(new Sample(rest.toString()));
      if (counts) {
        assertThat(refused).as(lines[i]).isTrue();
      }
    }
  }

  @Test
  void aFieldThatIsThereTwiceIsDamage() {
    assertThat(Sample.german().with(":28C:", ":25:1\n:28C:").problem().code())
        .isEqualTo("DUPLICATE_FIELD");
    assertThat(Sample.german().with(":64:", ":60F:C261119EUR1,00\n:64:").problem().code())
        .isEqualTo("DUPLICATE_FIELD");
    assertThat(Sample.german().with(":64:", ":62F:C261120EUR2110,00\n:64:").problem().code())
        .isEqualTo("DUPLICATE_FIELD");
  }

  @Test
  void anEntryOutsideTheBalancesIsOutOfOrder() {
    String entry = ":61:2611201120C0,01NTRFX\n";
    assertThat(Sample.german().with(":64:", entry + ":64:").problem().code())
        .isEqualTo("WRONG_ORDER");
    assertThat(Sample.german().with(":60F:", entry + ":60F:").problem().code())
        .isEqualTo("MISSING_FIELD");
  }

  @Test
  void wrongValuesNameTheirLine() {
    for (String[] each :
        new String[][] {
          {":61:2611201120CR1210,00", ":61:2613201120CR1210,00", "WRONG_DATE", "line 5"},
          {":61:2611201120CR1210,00", ":61:2611201120XR1210,00", "WRONG_FIELD", "line 5"},
          {":61:2611201120CR1210,00", ":61:2611201120CR1210,005", "TOO_MANY_DECIMALS", "line 5"},
          {":60F:C261119EUR1000,00", ":60F:C261119EUX1000,00", "UNKNOWN_CURRENCY", "line 4"},
          {":60F:C261119EUR1000,00", ":60F:C261119EUR", "WRONG_FIELD", "line 4"},
          {":60F:C261119EUR1000,00", ":60F:C261199EUR1000,00", "WRONG_DATE", "line 4"},
          {":62F:C261120EUR2110,00", ":62F:C261120USD2110,00", "CURRENCY_MISMATCH", "line 19"},
          {":25:50010517/0123456789", ":25: EUR", "MISSING_ACCOUNT", "line 2"},
        }) {
      Problem problem = Sample.german().with(each[0], each[1]).problem();

      assertThat(problem.code()).as(each[1]).isEqualTo(each[2]);
      assertThat(problem.position()).as(each[1]).isEqualTo(each[3]);
    }
  }

  @Test
  void fieldsThatOverflowAreBounded() {
    assertThat(Sample.german().with("Kontofuehrung", "K".repeat(20_000)).problem().code())
        .isEqualTo("LINE_TOO_LONG");
    assertThat(Sample.german().with("Kontofuehrung", "K\n".repeat(3_000)).problem().code())
        .isEqualTo("FIELD_TOO_LONG");
    assertThat(Sample.german().with("RG-2026-0042", "R".repeat(700)).problem().code())
        .isEqualTo("TOO_LONG");
    assertThat(Sample.german().with("1210,00", "9".repeat(16) + ",00").problem().code())
        .isEqualTo("WRONG_FIELD");
  }

  @Test
  void mixedLineEndsChangeNothing() {
    String text = Sample.german().text();
    String mixed =
        text.replaceFirst("\n", "\r\n").replaceFirst(":60F", "\r:60F").replace("-\n", "-\r");

    assertThat(new Sample(mixed).read().records()).isEqualTo(Sample.german().read().records());
    assertThat(new Sample(text.replace("\n", "\r\r\n")).read().records())
        .isEqualTo(Sample.german().read().records());
  }

  @Test
  void aClosingBalanceWithoutItsCurrencyIsInThatOfTheOpeningOne() {
    List<Statement> statements = Sample.german().with("261120EUR2110", "2611202110").statements();

    assertThat(statements).isEqualTo(Sample.german().statements());
  }

  private static boolean refused(Sample sample) {
    try {
      sample.read();
      return false;
    } catch (Untranslatable expected) {
      return true;
    }
  }
}
