package org.dunlin.config.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hubs that a test has started; whatever happens, none outlives it. */
final class Hubs implements AutoCloseable {
  private static final int TAIL_LINES = 60;

  private final String test;
  private final ClusterFiles cluster;
  private final List<HubProcess> started = new ArrayList<>();
  private final List<Path> logs = new ArrayList<>();

  /**
   * @param test names the log files
   * @param data the data directory of the hubs' embedded PostgreSQL
   */
  Hubs(String test, Path data) {
    this.test = test;
    this.cluster = new ClusterFiles(data);
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

  /** Ends the hubs that live in good order. */
  void end() throws IOException {
    for (HubProcess hub : started) {
      if (hub.isAlive()) {
        hub.end();
      }
    }
  }

  /** What the hubs said last, for the report of a test that failed. */
  String lastWords() throws IOException {
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
