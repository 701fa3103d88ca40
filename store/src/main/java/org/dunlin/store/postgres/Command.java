package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end. Its output goes to a file, because a server that it leaves
 * behind may inherit the output, and a pipe would then never end.
 *
 * @param limit the time after which it is killed
 */
record Command(List<String> words, Path folder, Path output, Duration limit) {

  /** What the programs may see of the hub's environment, which may hold secrets. */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "COMSPEC", "PATHEXT", "LD_LIBRARY_PATH");

  record Outcome(int exit, String output) {
    boolean isSuccess() {
      return exit == 0;
    }
  }

  /** Runs it; a program that is missing or takes too long is an {@link IOException}. */
  Outcome run() throws IOException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    try {
      // Not interruptible, so that a hub that is being stopped still stops its server.
      process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException late) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException(words.getFirst() + " took longer than " + limit, late);
    }
    return new Outcome(process.exitValue(), Files.readString(output).strip());
  }
}
