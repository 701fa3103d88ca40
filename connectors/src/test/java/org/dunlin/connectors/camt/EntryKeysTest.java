package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/** The same entry has the same id in every file that holds it, and no two entries share one. */
class EntryKeysTest {
  private static final String REFERENCE = "<AcctSvcrRef>REF-1</AcctSvcrRef>";

  @Test
  void accountAndTheBanksReferenceNameAnEntry() {
    assertThat(first(Sample.version02())).isEqualTo("NL44RABO0123456789/REF-1");
  }

  @Test
  void aReferenceOfTheOnlyTransactionIsAsGood() {
    Sample sample =
        Sample.version02()
            .with(REFERENCE, "")
            .with(
                "<EndToEndId>E2E-1</EndToEndId>",
                "<AcctSvcrRef>TX-1</AcctSvcrRef><EndToEndId>E2E-1</EndToEndId>");

    assertThat(first(sample)).isEqualTo("NL44RABO0123456789/TX-1");
  }

  @Test
  void withoutReferenceDatesAmountAHashAndAnOrdinalNameIt() {
    assertThat(first(Sample.version02().with(REFERENCE, "")))
        .matches("NL44RABO0123456789/2026-11-20/2026-11-19/1210.00/[0-9a-f]{20}/1");
  }

  @Test
  void aWordForNoReferenceIsNone() {
    assertThat(first(Sample.version02().with("REF-1", "NONREF"))).endsWith("/1");
  }

  @Test
  void equalEntriesOfADayDifferInTheirOrdinal() {
    Sample twice = entryTwice(Sample.version02().with(REFERENCE, ""));
    String first = twice.payments().get(0).id();

    assertThat(first).endsWith("/1");
    assertThat(twice.payments().get(1).id())
        .isEqualTo(first.substring(0, first.length() - 1) + "2");
  }

  @Test
  void aReferenceThatTheBankUsesTwiceStillNamesTwoEntries() {
    assertThat(entryTwice(Sample.version02()).payments())
        .extracting(Payment::id)
        .startsWith("NL44RABO0123456789/REF-1", "NL44RABO0123456789/REF-1/2")
        .doesNotHaveDuplicates();
  }

  @Test
  void aReversalWithTheReferenceOfWhatItReversesIsAnotherEntry() {
    Sample reversal =
        Sample.version02().with("<Sts>BOOK</Sts>", "<RvslInd>true</RvslInd><Sts>BOOK</Sts>");

    assertThat(first(reversal)).isNotEqualTo(first(Sample.version02()));
  }

  @Test
  void anotherPayerOrAnotherTextIsAnotherEntry() {
    Sample sample = Sample.version02().with(REFERENCE, "");

    assertThat(first(sample.with("BAKKERIJ JANSEN", "BAKKERIJ PIETERS")))
        .isNotEqualTo(first(sample));
    assertThat(first(sample.with("<Ustrd>2026-0042<", "<Ustrd>2026-0043<")))
        .isNotEqualTo(first(sample));
  }

  @Test
  void theNameOfTheStatementDoesNotMatter() {
    Sample sample = Sample.version02().with(REFERENCE, "");

    assertThat(first(sample.with("2026-224", "2026-225"))).isEqualTo(first(sample));
  }

  @Test
  void anEntryHasOneNameInAllStatementsOfAFile() {
    Sample twice = statementTwice(Sample.version02(), "2026-224", "2026-W47");

    assertThat(twice.statements()).hasSize(2);
    assertThat(twice.payments()).extracting(Payment::id).startsWith(first(twice));
    assertThat(twice.payments().stream().map(Payment::id).distinct())
        .hasSize(twice.payments().size() / 2);
  }

  @Test
  void thePagesOfAStatementAreOneStatement() {
    Sample pages =
        statementTwice(Sample.version02(), "<Id>2026-224</Id>", "<Id>2026-224</Id>" + page(2))
            .with("CLBD", "CLAV");

    assertThat(pages.payments()).extracting(Payment::id).doesNotHaveDuplicates();
  }

  private static String page(int number) {
    return "<StmtPgntn><PgNb>" + number + "</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>";
  }

  private static Sample statementTwice(Sample sample, String text, String inSecond) {
    String all = sample.text();
    int begin = all.indexOf("<Stmt>");
    int end = all.indexOf("</Stmt>") + "</Stmt>".length();
    String second = all.substring(begin, end);
    assertThat(second).contains(text);
    return new Sample(all.substring(0, end) + second.replace(text, inSecond) + all.substring(end));
  }

  private static String first(Sample sample) {
    return sample.payments().get(0).id();
  }

  private static Sample entryTwice(Sample sample) {
    String text = sample.text();
    int begin = text.indexOf("<Ntry>");
    int end = text.indexOf("</Ntry>") + "</Ntry>".length();
    return new Sample(text.substring(0, end) + text.substring(begin)).with("CLBD", "CLAV");
  }
}
