package org.dunlin.store.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A hub in a process of its own, which can be killed. It starts PostgreSQL, says so, and stops it
 * when its input ends.
 */
final class ForkedHub implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final long postmaster;

  private ForkedHub(Process process, BufferedReader output, long postmaster) {
    this.process = process;
    this.output = output;
    this.postmaster = postmaster;
  }

  static ForkedHub start(Path dataDirectory) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), dataDirectory);
  }

  /**
   * Starts it by other words.
   *
   * @param prefix what stands before the call of Java, for example what makes it another user
   */
  static ForkedHub start(List<String> prefix, String classPath, Path dataDirectory)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var words = new ArrayList<>(prefix);
    words.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    words.add(ForkedHub.class.getName());
    words.addAll(List.of(dataDirectory.toString(), TestServer.programs().toString()));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    var process = builder.directory(new File(File.separator)).start();
    var output = process.inputReader(StandardCharsets.UTF_8);
    return new ForkedHub(process, output, Long.parseLong(answer("READY ", output)));
  }

  private static String answer(String mark, BufferedReader output) throws IOException {
    var all = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
      all.append(line).append('\n');
    }
    throw new IOException("The forked hub ended early:\n" + all);
  }

  long pid() {
    return process.pid();
  }

  long postmaster() {
    return postmaster;
  }

  /** Kills it as SIGKILL does, so that nothing of it can tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it in good order. */
  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (process.isAlive()) {
        answer("STOPPED", output);
        process.waitFor(20, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws Exception {
    var settings = TestClusters.durable(Path.of(arguments[0]), Path.of(arguments[1]));
    try (var postgres = EmbeddedPostgres.start(settings)) {
      TestClusters.remember(postgres, "written by the forked hub");
      System.out.println("READY " + postgres.postmaster());
      while (System.in.read() >= 0) {
        // Waits for the end of the input.
      }
    }
    System.out.println("STOPPED");
  }
}
