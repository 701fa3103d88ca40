package org.dunlin.config.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.postgres.ReadyCluster;

/** The hubs that a test has started; whatever happens, none outlives it. */
final class Hubs implements AutoCloseable {
  private static final int TAIL_LINES = 60;

  private final String test;
  private final ClusterFiles cluster;
  private final List<HubProcess> started = new ArrayList<>();
  private final List<Path> logs = new ArrayList<>();

  private Hubs(String test, Path data) {
    this.test = test;
    this.cluster = new ClusterFiles(data);
  }

  /** What a test does with its hubs. */
  interface Use {
    void of(Hubs hubs) throws IOException;
  }

  /** As {@link #use}, in a data directory with a server of the hubs' own, which has its files. */
  static void useTheirOwn(String test, Path data, Use use) throws IOException {
    ReadyCluster.forHub(data);
    use(test, data, use);
  }

  /**
   * Ends the hubs in good order after their use; when that fails, says what they said last.
   *
   * @param test names the log files
   * @param data the data directory of the hubs' embedded PostgreSQL
   */
  static void use(String test, Path data, Use use) throws IOException {
    try (Hubs hubs = new Hubs(test, data)) {
      try {
        use.of(hubs);
        hubs.end();
      } catch (IOException | RuntimeException | AssertionError failed) {
        System.err.println(hubs.lastWords());
        throw failed;
      }
    }
  }

  ClusterFiles cluster() {
    return cluster;
  }

  /** Starts a hub and waits until it serves. */
  HubProcess start(List<String> settings) throws IOException {
    HubProcess hub = launch(settings);
    hub.ready();
    return hub;
  }

  /** Starts a hub and does not wait. */
  HubProcess launch(List<String> settings) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "crash"));
    Path log = folder.resolve(test + "-" + (started.size() + 1) + ".log");
    Files.deleteIfExists(log);
    List<String> all = new ArrayList<>(settings);
    all.add("dunlin.data=" + cluster.data());
    HubProcess hub = HubProcess.start(log, all);
    started.add(hub);
    logs.add(log);
    return hub;
  }

  private void end() throws IOException {
    for (HubProcess hub : started) {
      if (hub.isAlive()) {
        hub.end();
      }
    }
  }

  private String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    for (Path log : logs) {
      List<String> lines = Files.readAllLines(log);
      words.append("--- ").append(log).append('\n');
      lines
          .subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
          .forEach(line -> words.append(line).append('\n'));
    }
    return words.toString();
  }

  @Override
  public void close() throws IOException {
    started.forEach(HubProcess::kill);
    cluster.endAll();
  }
}
