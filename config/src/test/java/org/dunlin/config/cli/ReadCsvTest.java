package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dunlin read} with CSV: what it proposes, and how that is accepted. */
class ReadCsvTest {
  private static final String FILE =
      "Datum;Bedrag;Omschrijving\n18-11-2026;-1,50;a\n19-11-2026;2,50;b\n";

  @TempDir private Path folder;

  private record Answer(int status, String data, String words) {}

  @Test
  void aFileThatNobodyDescribedSaysHowToDescribeIt() throws IOException {
    Answer answer = read(file().toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.data).contains("UNKNOWN_CSV").contains("--propose").contains("its IBAN");
  }

  @Test
  void aProposalOfWhichAllQuestionsAreAnsweredReadsTheFile() throws IOException {
    Answer proposed = read("--propose", file().toString());
    assertThat(proposed.status).isZero();
    assertThat(proposed.words).contains("my-bank.yaml");

    String answered =
        proposed
            .data
            .replace("account: \"?\"", "account: NL44RABO0123456789")
            .replace("currency: \"?\"", "currency: EUR");
    Files.writeString(folder.resolve("my-bank.yaml"), answered);

    Answer answer = read(file().toString());
    assertThat(answer.data.lines()).hasSize(2).allMatch(line -> line.contains("\"payment\""));
    assertThat(answer.status).isZero();
  }

  @Test
  void aProposalWithQuestionsIsRefusedAndSaysWhich() throws IOException {
    Files.writeString(folder.resolve("my-bank.yaml"), read("--propose", file().toString()).data);

    assertThat(read(file().toString()).data)
        .contains("UNKNOWN_CSV")
        .contains("my-bank.yaml, line")
        .contains("this is still a question");
  }

  @Test
  void whatIsNoCsvProposesNothing() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir,\nplease pay.\n");

    assertThat(read("--propose", letter.toString()))
        .returns(1, Answer::status)
        .extracting(Answer::data)
        .asString()
        .contains("NOT_CSV");
  }

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("My Bank.csv"), FILE);
  }

  private Answer read(String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    String[] all = new String[arguments.length + 2];
    all[0] = "--descriptions";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    int status =
        new CommandLine(new ReadCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(words, true))
            .execute(all);
    return new Answer(status, data.toString(StandardCharsets.UTF_8), words.toString());
  }
}
