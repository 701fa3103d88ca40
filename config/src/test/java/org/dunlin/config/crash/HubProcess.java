package org.dunlin.config.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link CrashHub} as seen from outside: it is given commands, heard, and killed. */
final class HubProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Writer commands;
  private final Map<String, CompletableFuture<String>> expected = new ConcurrentHashMap<>();
  private int stops;
  private CompletableFuture<String> drained = CompletableFuture.completedFuture("");

  private HubProcess(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts a hub; it is of use once {@link #ready} has returned. */
  static HubProcess start(Path log, List<String> settings) throws IOException {
    List<String> words = new ArrayList<>(HubClasses.command());
    words.addAll(settings);
    Process process =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    HubProcess hub = new HubProcess(process);
    hub.expect("READY");
    Thread.ofPlatform().daemon().name("hears-hub-" + process.pid()).start(hub::hear);
    return hub;
  }

  void ready() {
    await("READY");
  }

  /** Makes this the company's business date. */
  void begin(LocalDate day) {
    ask("DAY", "day " + day);
  }

  /** Asks for a stop; completes once a thread of the hub stands there. */
  CompletableFuture<String> stopAt(Stop stop) {
    String there = "THERE-" + ++stops;
    CompletableFuture<String> answer = expect(there);
    ask("ARMED", "stop " + there + " " + stop.words());
    return answer;
  }

  /** Lets the thread that was stopped go on; what was asked for and not reached is forgotten. */
  void goOn() {
    say("go");
  }

  /** Completes once the folder is empty and the day's work is done; one answer at a time. */
  CompletableFuture<String> drained() {
    if (drained.isDone()) {
      drained = expect("DRAINED");
      say("drain");
    }
    return drained;
  }

  /** Has all programs read at once. */
  void sync() {
    ask("SYNCED", "sync");
  }

  /** Makes the deadly file one like all others. */
  void mend() {
    ask("MENDED", "mend");
  }

  /** Has an ended delivery translated again; whether it was at an end. */
  boolean replay(UUID delivery) {
    return Boolean.parseBoolean(ask("REPLAYED", "replay " + delivery));
  }

  /** Kills it as SIGKILL does, so that nothing of it can tidy up. */
  void kill() {
    await(process.destroyForcibly().onExit());
  }

  /** Its exit status, once it has ended by itself. */
  int ended() {
    await(process.onExit());
    return process.exitValue();
  }

  /** Ends it in good order. */
  void end() throws IOException {
    commands.close();
    ended();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void hear() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(CrashHub.MARK)) {
          String[] words = line.substring(CrashHub.MARK.length()).split(" ", 2);
          expect(words[0], false).complete(words.length == 2 ? words[1] : "");
        }
      }
    } catch (IOException e) {
      // The hub was killed while it spoke.
    }
    IllegalStateException ended = new IllegalStateException("the hub has ended");
    expected.values().forEach(answer -> answer.completeExceptionally(ended));
  }

  private CompletableFuture<String> expect(String word) {
    return expect(word, true);
  }

  private CompletableFuture<String> expect(String word, boolean anew) {
    return expected.compute(
        word, (same, answer) -> answer == null || anew ? new CompletableFuture<>() : answer);
  }

  private String ask(String answer, String command) {
    expect(answer);
    say(command);
    return await(answer);
  }

  private String await(String answer) {
    return await(expect(answer, false));
  }

  /** The answer, when it comes in good time. */
  static String await(CompletableFuture<?> answer) {
    try {
      return String.valueOf(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the hub did not answer", e);
    }
  }

  private void say(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
