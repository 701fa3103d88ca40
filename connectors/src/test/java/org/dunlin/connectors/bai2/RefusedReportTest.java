package org.dunlin.connectors.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** A report is taken as a whole or not at all. */
class RefusedReportTest {
  @Test
  void everyCountAndTotalOfEveryTrailerMustHold() {
    for (String[] each :
        new String[][] {
          {"49,674000,8/", "49,674001,8/", "line 10"},
          {"49,674000,8/", "49,674000,7/", "line 10"},
          {"98,764000,2,13/", "98,764001,2,13/", "line 14"},
          {"98,764000,2,13/", "98,764000,3,13/", "line 14"},
          {"98,764000,2,13/", "98,764000,2,12/", "line 14"},
          {"99,764000,1,15/", "99,764002,1,15/", "line 15"},
          {"99,764000,1,15/", "99,764000,2,15/", "line 15"},
          {"99,764000,1,15/", "99,764000,1,16/", "line 15"},
        }) {
      Problem problem = Sample.report().with(each[0], each[1]).problem();

      assertThat(problem.code()).as(each[1]).isEqualTo("CONTROL_TOTAL_DIFFERS");
      assertThat(problem.position()).as(each[1]).isEqualTo(each[2]);
    }
  }

  @Test
  void balancesThatDoNotTieOutAreSaidThoughTotalsHold() {
    Problem problem =
        Sample.report()
            .with("010,100000", "010,100001")
            .with("49,674000", "49,674001")
            .with(",764000,", ",764001,")
            .problem();

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.message()).contains("1000.01", "1260.00", "2260.00");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefusedWithAPlace() {
    String whole = Sample.report().text();
    int last = whole.indexOf("99,764000");
    for (int end = 0; end < whole.length(); end++) {
      Sample cut = new Sample(whole.substring(0, end));
      if (end <= last || refused(cut)) {
        assertThat(cut.problem().position()).as("cut at %d", end).startsWith("line ");
      } else {
        assertThat(cut.read().records()).isEqualTo(Sample.report().read().records());
      }
    }
  }

  @Test
  void noLineMayBeMissing() {
    String[] lines = Sample.report().text().split("\n");
    for (int i = 0; i < lines.length; i++) {
      StringBuilder rest = new StringBuilder();
      for (int j = 0; j < lines.length; j++) {
        rest.append(j == i ? "" : lines[j] + "\n");
      }

      assertThat(refused(new Sample(rest.toString()))).as(lines[i]).isTrue();
    }
  }

  @Test
  void wrongValuesNameTheirLine() {
    for (String[] each :
        new String[][] {
          {"16,195,121000,0", "16,195,1210.00,0", "WRONG_AMOUNT"},
          {"16,195,121000,0", "16,795,121000,0", "WRONG_CODE"},
          {"16,195,121000,0", "16,195,121000,Q", "WRONG_CODE"},
          {"16,142,29000,Z,", "16,142,29000,V,261332,,", "WRONG_DATE"},
          {"1,261120,2400,USD,2/", "1,261320,2400,USD,2/", "WRONG_DATE"},
          {"1,261120,2400,USD,2/", "1,261120,2400,USX,2/", "UNKNOWN_CURRENCY"},
          {"1,261120,2400,USD,2/", "4,261120,2400,USD,2/", "NOT_A_REPORT"},
          {"1,261120,2400,USD,2/", "2,261120,2400,USD,2/", "NOT_A_REPORT"},
          {"1,261120,2400,USD,2/", "7,261120,2400,USD,2/", "WRONG_CODE"},
          {"80,,2/", "80,,1/", "UNSUPPORTED_VERSION"},
          {"03,0087654321,EUR", "03,,EUR", "MISSING_ACCOUNT"},
          {"49,674000,8/", "49,674000,x/", "WRONG_FIELD"},
        }) {
      Problem problem = Sample.report().with(each[0], each[1]).problem();

      assertThat(problem.code()).as(each[1]).isEqualTo(each[2]);
      assertThat(problem.position()).as(each[1]).startsWith("line ");
    }
  }

  @Test
  void recordsOutOfTheirPlaceAreDamage() {
    String entry = "16,142,100,,,,X/\n";
    for (String before : new String[] {"02,", "98,", "99,"}) {
      int at = Sample.report().text().indexOf("\n" + before) + 1;
      Sample sample =
          new Sample(
              Sample.report().text().substring(0, at)
                  + entry
                  + Sample.report().text().substring(at));

      assertThat(sample.problem().code()).as(before).isEqualTo("WRONG_ORDER");
    }
    assertThat(new Sample("88,1/\n" + Sample.report().text()).problem().code())
        .isEqualTo("WRONG_ORDER");
    assertThat(new Sample(Sample.report().text() + "02,A,B,1,261120,,,2/\n").problem().code())
        .isEqualTo("WRONG_ORDER");
  }

  @Test
  void fieldsThatOverflowAreBounded() {
    assertThat(Sample.report().with("THANK YOU", "T".repeat(70_000)).problem().code())
        .isEqualTo("LINE_TOO_LONG");
    assertThat(Sample.report().with("THANK YOU", "T/\n88,".repeat(3_000)).problem().code())
        .isEqualTo("FIELD_TOO_LONG");
    assertThat(Sample.report().with("16,195,121000", "16,195," + "9".repeat(30)).problem().code())
        .isEqualTo("WRONG_AMOUNT");
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
