package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.junit.jupiter.api.Test;

/** A statement may be several messages, and a file may hold several statements. */
class PagesTest {
  private static final String ENTRY = ":61:2611201120C10,00NTRFX\n:86:invoice 7\n";

  @Test
  void equalEntriesOnTwoPagesOfAStatementAreTwo() {
    Sample pages =
        new Sample(
            message("1/1", "60F:C261119EUR0,00", "62M:C261120EUR10,00")
                + message("1/2", "60M:C261120EUR10,00", "62F:C261120EUR20,00"));

    assertThat(pages.payments()).extracting(Payment::id).hasSize(2).doesNotHaveDuplicates();
    assertThat(pages.statements()).extracting(Statement::id).doesNotHaveDuplicates();
  }

  @Test
  void theSameEntryInTwoStatementsHasOneName() {
    Sample twice =
        new Sample(
            message("1/1", "60F:C261119EUR0,00", "62F:C261120EUR10,00")
                + message("47/1", "60F:C261119EUR0,00", "62F:C261120EUR10,00"));

    assertThat(twice.payments()).extracting(Payment::id).hasSize(2);
    assertThat(twice.payments().get(0).id()).isEqualTo(twice.payments().get(1).id());
  }

  @Test
  void aNameDoesNotDependOnWhereLinesAreBroken() {
    Sample german = Sample.german();

    assertThat(german.with("SVWZ+Rech\nnung", "SVWZ+Rechnung").payment().id())
        .isEqualTo(german.payment().id());
    assertThat(german.with("SVWZ+Rech\nnung", "SVWZ+Rech\nnunk").payment().id())
        .isNotEqualTo(german.payment().id());
  }

  @Test
  void wordsAroundTheMessagesAreNotOfThem() {
    Sample around =
        new Sample(
            "ABNANL2A\n940\nABNANL2A\n"
                + message("1/1", "60F:C261119EUR0,00", "62F:C261120EUR10,00")
                + "\n0000 01INGBNL2AXXXX00001\n940 00\n"
                + message("2/1", "60F:C261120EUR10,00", "62F:C261121EUR20,00")
                + "-XXX\n");

    assertThat(around.statements()).hasSize(2);
    assertThat(around.payments()).extracting(Payment::remittance).containsOnly("invoice 7");
  }

  @Test
  void messagesMayStandInSwiftsBlocks() {
    String message = message("1/1", "60F:C261119EUR0,00", "62F:C261120EUR10,00");
    String head = "{1:F01ABNANL2AXXXX0000000000}{2:I940ABNANL2AXXXXN3020}{4:";
    String inBlocks = head + "\n" + message.replace("-\n", "-}{5:{CHK:0}}") + head + message;

    assertThat(new Sample(inBlocks.replace("\n:20:", "\r\n:20:")).statements()).hasSize(2);
  }

  @Test
  void aDashWithinTheWordsEndsNothing() {
    Sample sample = Sample.of("10,00", ":61:2611201120C10,00NTRFX", ":86:one", "-", "two");

    assertThat(sample.payment().remittance()).isEqualTo("one - two");
  }

  @Test
  void theMessagesOfOneAccountAreAFileOfTheirOwn() {
    Sample both =
        new Sample(Sample.german().text() + Sample.dutch().text() + Sample.interim().text());
    Sample ours = both.extract("NL91ABNA0417164300");

    assertThat(ours.read().records()).isEqualTo(Sample.dutch().read().records());
    assertThat(ours.text()).doesNotContain("50010517", "Morgenrot", "{1:");
    assertThat(ours).isEqualTo(both.extract("NL91ABNA0417164300"));

    Sample german = both.extract("DE41500105170123456789");
    assertThat(german.statements()).isEqualTo(Sample.german().statements());
    assertThat(german.read().advised()).isEqualTo(Sample.interim().read().advised());
    assertThat(both.extract("NL44RABO0123456789").text()).isEmpty();
  }

  private static String message(String number, String opening, String closing) {
    return ":20:R1\n:25:NL91ABNA0417164300\n:28C:"
        + number
        + "\n:"
        + opening
        + "\n"
        + ENTRY
        + ":"
        + closing
        + "\n-\n";
  }
}
