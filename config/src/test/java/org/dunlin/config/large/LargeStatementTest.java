package org.dunlin.config.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dunlin.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A statement that is larger than the heap passes from its folder into the ledger, is matched and
 * decided over. The form of 1 GB takes many minutes: {@code -Ddunlin.large=true}.
 */
class LargeStatementTest {
  static final String MARK = "@";

  @TempDir Path directory;

  @Test
  void aStatementLargerThanTheHeapPassesFromFileToLedger() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      passes(
          LargeStatement.ofBytes(24L << 20),
          List.of("-Xmx72m", "-XX:TieredStopAtLevel=1"),
          List.of(
              "dunlin.database.url=" + database.jdbcUrl(),
              "dunlin.database.user=" + database.user(),
              "dunlin.database.password=" + database.password()));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "dunlin.large", matches = "true")
  void aStatementOfAGigabytePassesInAHeapOf256Megabytes() throws Exception {
    passes(
        LargeStatement.ofBytes(1L << 30),
        List.of("-Xmx256m"),
        List.of("dunlin.data=" + directory.resolve("data")));
  }

  private void passes(LargeStatement statement, List<String> heap, List<String> database)
      throws IOException, InterruptedException {
    Path folder = directory.resolve("books");
    Path in = Files.createDirectories(folder.resolve("in"));
    statement.writeInvoice(in.resolve("invoice.xml"));
    statement.write(in.resolve("statement.xml"));
    long bytes = Files.size(in.resolve("statement.xml"));

    List<String> told = told(heap, settings(folder, database));

    System.out.println(bytes + " bytes, " + statement.payments() + " payments: " + told);
    assertThat(told)
        .contains("statement.xml APPLIED " + (statement.payments() + 1) + " 0")
        .contains("unallocated " + (statement.payments() - 1))
        .contains("open 0");
  }

  private static List<String> told(List<String> heap, List<String> settings)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    words.addAll(heap);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallHub.class.getName()));
    words.addAll(settings);
    Path log = Files.createDirectories(Path.of("target", "large")).resolve("hub.log");
    Process hub = new ProcessBuilder(words).redirectError(log.toFile()).start();
    List<String> told = new ArrayList<>();
    try (BufferedReader lines = hub.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(MARK)) {
          told.add(line.substring(MARK.length()));
        }
      }
      assertThat(hub.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      hub.destroyForcibly();
    }
    assertThat(hub.exitValue()).as("%s, and in %s", told, log).isZero();
    return told;
  }

  private static List<String> settings(Path folder, List<String> database) {
    List<String> settings = new ArrayList<>(database);
    settings.add(SmallHub.FOLDER + "=" + folder);
    settings.add("spring.config.import=");
    settings.add("server.port=0");
    settings.add("dunlin.sweep=300ms");
    settings.add("dunlin.folder-poll=50ms");
    settings.add("dunlin.folder-settle=350ms");
    String company = "dunlin.companies[0].";
    settings.add(company + "id=" + SmallHub.COMPANY);
    settings.add(company + "name=Acme");
    settings.add(company + "country=NL");
    settings.add(company + "reply-to=ar@acme.example");
    settings.add(company + "business-date=" + LargeStatement.DAY.plusDays(1));
    settings.add(company + "ibans[0]=" + LargeStatement.IBAN);
    settings.add(company + "folders.books=" + folder);
    return settings;
  }
}
