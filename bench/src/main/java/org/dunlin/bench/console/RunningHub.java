package org.dunlin.bench.console;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dunlin.bench.start.ClassPaths;
import org.dunlin.bench.start.Program;
import org.dunlin.config.Main;

/** A hub as the launcher starts it, in a process and a folder of its own. */
final class RunningHub implements AutoCloseable {
  static final String COMPANY = "bench";
  static final String PASSWORD = "only-for-this-run-of-the-benchmark";

  private static final String READY = "The hub runs; its console is at ";

  private static final String SETTINGS =
      """
      dunlin:
        admin-password: %s
        companies:
          - id: %s
            name: Benchmark B.V.
            country: NL
            time-zone: UTC
            currency: EUR
            payment-term-days: 30
            ibans: [NL44RABO0123456789]
            reply-to: books@example.com
            folders:
              books: books
      """
          .formatted(PASSWORD, COMPANY);

  private static final long END_SECONDS = 120;

  private final Process process;
  private final URI address;

  private RunningHub(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts on the data of the folder, and on nothing in an empty one.
   *
   * @param end at which its process ends, too, where it has not been closed before
   */
  static RunningHub start(Path folder, AtEnd end) throws IOException, URISyntaxException {
    Files.createDirectories(folder.resolve("books"));
    Files.writeString(folder.resolve("dunlin.yaml"), SETTINGS);
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("output.log").toFile());
    builder.environment().put("DUNLIN_DATA", data(folder).toString());
    builder.environment().put("DUNLIN_PORT", "0");
    builder.environment().put("DUNLIN_PUBLIC_PORT", String.valueOf(free()));
    Process process = builder.start();
    end.also(() -> end(process));
    BufferedReader words = process.errorReader(StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      if (line.startsWith(READY)) {
        // a hub that nobody listens to would wait for a reader
        Thread.ofVirtual().start(() -> words.lines().forEach(ignored -> {}));
        return new RunningHub(process, URI.create(line.substring(READY.length()).strip()));
      }
      seen.add(line);
    }
    throw new IOException("the hub ended before it was ready: " + String.join("\n", seen));
  }

  static Path data(Path folder) {
    return folder.resolve("data");
  }

  URI address() {
    return address;
  }

  private static List<String> command() throws URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Program.OPTIONS);
    command.addAll(
        List.of(
            "-cp", String.join(File.pathSeparator, ClassPaths.hub()), Main.class.getName(), "run"));
    return command;
  }

  /** The address under which payers reach it must be known before it starts. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
