package org.dunlin.store.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dunlin.store.postgres.TestServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A backup or a restore in a process of its own with a small heap, which stops where it is told to
 * and stands there until it is killed.
 */
final class ForkedCopy {
  private static final String THERE = "THERE";
  private static final String DONE = "DONE";
  private static final String NOWHERE = "nowhere";
  private static final String HEAP = "-Xmx32m";

  private ForkedCopy() {}

  /** Runs it up to where it stops, and kills it there. */
  static void killAt(String stop, String verb, String jdbcUrl, Path file)
      throws IOException, InterruptedException {
    run(THERE, stop, verb, jdbcUrl, file);
  }

  /** Runs it to its end. */
  static void toTheEnd(String verb, String jdbcUrl, Path file)
      throws IOException, InterruptedException {
    run(DONE, NOWHERE, verb, jdbcUrl, file);
  }

  /** Runs it where no file may become larger, as on a full disk; what it said. */
  static String withFilesOfAtMost(int kilobytes, String verb, String jdbcUrl, Path file)
      throws IOException, InterruptedException {
    List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c"));
    limited.add("ulimit -f " + kilobytes * 2 + "; exec \"$0\" \"$@\"");
    limited.addAll(command(NOWHERE, verb, jdbcUrl, file));
    Process process = new ProcessBuilder(limited).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      return output.lines().collect(Collectors.joining("\n"));
    } finally {
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
  }

  private static List<String> command(String stop, String verb, String jdbcUrl, Path file) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(HEAP, "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(ForkedCopy.class.getName(), stop, verb, jdbcUrl, file.toString()));
    words.addAll(List.of(TestServer.shared().user(), TestServer.shared().password()));
    return words;
  }

  private static void run(String word, String stop, String verb, String jdbcUrl, Path file)
      throws IOException, InterruptedException {
    List<String> words = command(stop, verb, jdbcUrl, file);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder all = new StringBuilder();
      String line = output.readLine();
      while (line != null && !line.equals(word)) {
        all.append(line).append('\n');
        line = output.readLine();
      }
      if (line == null) {
        throw new IOException("It ended without the word " + word + ":\n" + all);
      }
    } finally {
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
  }

  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[2]);
    database.setUser(arguments[4]);
    database.setPassword(arguments[5]);
    Path file = Path.of(arguments[3]);
    Progress stopping = (doing, bytes) -> standIf(doing.equals(arguments[0]));
    if (arguments[1].equals("backup")) {
      new Backup(database, "test").write(file, List.of(), stopping);
    } else {
      try (BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
        new Restoration(database)
            .load(backup, stopping, stores -> standIf(arguments[0].equals("last")));
      }
    }
    System.out.println(DONE);
  }

  private static void standIf(boolean here) {
    if (here) {
      System.out.println(THERE);
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts it", e);
      }
    }
  }
}
