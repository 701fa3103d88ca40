package org.dunlin.config.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dunlin.store.postgres.ReadyCluster;

/**
 * How Java starts a {@link CrashHub}: with what Java 25 keeps of the classes once it has seen a hub
 * start, which is half the work of each start. It keeps that of jars only. The first hub of a run
 * of tests is one that does nothing else; another one is needed when a class has changed.
 */
final class HubClasses {
  private static final int FIRST_THAT_KEEPS = 25;
  private static final long PATIENCE_MINUTES = 5;
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
  private static final Path FOLDER = Path.of("target", "crash-classes").toAbsolutePath();

  private HubClasses() {}

  /** Made, and so waited for, at the first use. */
  private static final class Holder {
    static final List<String> WORDS = provide();
  }

  /** The words of a command that starts a hub, up to its settings. */
  static List<String> command() {
    return Holder.WORDS;
  }

  /** Where two test JVMs ask at once, the second waits for what the first makes. */
  private static List<String> provide() {
    try {
      Files.createDirectories(FOLDER);
      Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try (FileChannel file = FileChannel.open(FOLDER.resolve("lock"), options);
          FileLock lock = file.lock()) {
        assert lock.isValid();
        return Runtime.version().feature() < FIRST_THAT_KEEPS
            ? words(List.of(), System.getProperty("java.class.path"))
            : kept(PackedClasses.into(FOLDER));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> words(List<String> options, String path) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(SHORT_LIVED);
    words.addAll(options);
    words.addAll(List.of("-cp", path, CrashHub.class.getName()));
    return List.copyOf(words);
  }

  private static List<String> kept(PackedClasses classes) throws IOException {
    Path cache = FOLDER.resolve("hub-" + classes.sum() + ".aot");
    if (!Files.exists(cache)) {
      rehearse(classes, cache);
    }
    List<String> options =
        Files.exists(cache)
            ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off")
            : List.of();
    return words(options, classes.path());
  }

  /** A hub without a company, which ends at once. */
  private static void rehearse(PackedClasses classes, Path cache) throws IOException {
    Path unfinished = FOLDER.resolve("unfinished.aot");
    Path data = Files.createTempDirectory(FOLDER, "data-");
    ReadyCluster.forHub(data);
    List<String> words =
        new ArrayList<>(words(List.of("-XX:AOTCacheOutput=" + unfinished), classes.path()));
    words.addAll(Outside.settingsWithoutWorld(data));
    Process hub =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("rehearsal.log").toFile())
            .start();
    hub.getOutputStream().close();
    try {
      if (hub.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && Files.exists(unfinished)) {
        Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      hub.destroyForcibly();
      ReadyCluster.remove(data);
    }
  }
}
