package org.dunlin.connectors.coda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;

/** The statements of one account, copied out of a file that holds others as well. */
class StatementExtractTest {
  private static final String OTHER = "NL91ABNA0417164300";

  @Test
  void itSaysOfTheAccountWhatTheWholeFileSaysAndNothingOfTheOthers() {
    String ours = CodaFile.begun().entry(1, 1_000, "00150000", "0Secret").end().text();
    String theirs =
        new CodaFile()
            .begin('3', OTHER + " ".repeat(16) + "EUR", 0)
            .entry(1, 5_000, "00150000", "0Señor")
            .words("TO ALL")
            .end()
            .text();
    ReadFile whole = ReadFile.in(Charset.forName("windows-1252"), ours + theirs);
    ReadFile extract = whole.statementsOf(AccountId.ofIban(OTHER));
    List<CanonicalRecord> expected =
        whole.records().stream().filter(record -> record.toString().contains(OTHER)).toList();

    assertThat(extract.records()).isEqualTo(expected).hasSize(2);
    assertThat(new String(extract.bytes(), UTF_8))
        .contains("Señor")
        .doesNotContain("Secret", CodaFile.ACCOUNT);
    assertThat(whole.statementsOf(AccountId.ofIban(OTHER)).bytes()).isEqualTo(extract.bytes());
  }
}
