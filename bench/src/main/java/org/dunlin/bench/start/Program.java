package org.dunlin.bench.start;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started, awaited and ended again, in a folder of its own that it keeps from one
 * start to the next.
 *
 * @param ready what its line on standard error begins with when it can be used
 */
public record Program(
    List<String> classPath, String mainClass, List<String> words, Path folder, String ready) {
  /** The options with which the launcher starts the hub. */
  public static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED");

  private static final Duration END_LIMIT = Duration.ofMinutes(2);

  /** Makes the start-up cache at the end of a start, as the launcher does for the hub. */
  void train() throws IOException, InterruptedException {
    milliseconds(List.of("-XX:AOTCacheOutput=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off"));
    if (!Files.exists(cache())) {
      throw new IOException("no start-up cache came of " + mainClass);
    }
  }

  /** How long a start takes from the birth of the process, in ms. */
  double millisecondsPlain() throws IOException, InterruptedException {
    return milliseconds(List.of());
  }

  /** The same with the start-up cache that was made by {@link #train}. */
  double millisecondsTrained() throws IOException, InterruptedException {
    return milliseconds(List.of("-XX:AOTCache=" + cache()));
  }

  private Path cache() {
    return folder.resolve("start-up.aot");
  }

  private double milliseconds(List<String> more) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(more))
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("output.log").toFile());
    builder.environment().put("DUNLIN_DATA", folder.resolve("data").toString());
    builder.environment().put("DUNLIN_PORT", "0");
    long begin = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      awaitReady(errors);
      double taken = (System.nanoTime() - begin) / 1e6;
      process.toHandle().destroy(); // leaves the stream open, unlike the process's own
      errors.lines().forEach(line -> {}); // until it has gone, so that it never waits for a reader
      return taken;
    } finally {
      end(process);
    }
  }

  private List<String> command(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(more);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    command.addAll(words);
    return command;
  }

  private void awaitReady(BufferedReader errors) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(ready)) {
        return;
      }
      seen.add(line);
    }
    throw new IOException(mainClass + " ended before it was ready: " + String.join("\n", seen));
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
