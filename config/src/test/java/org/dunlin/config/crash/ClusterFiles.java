package org.dunlin.config.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded PostgreSQL of a data directory, known by its files alone. */
record ClusterFiles(Path data) {
  private static final int PORT_LINE = 3;

  /** Its first process, where there is one now. */
  Optional<ProcessHandle> postmaster() throws IOException {
    return Files.exists(pidFile())
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip()))
            .filter(process -> process.info().command().orElse("").contains("postgres"))
        : Optional.empty();
  }

  /** Kills the first process alone; the others notice by themselves. */
  void killPostmaster() throws IOException {
    postmaster().orElseThrow().destroyForcibly();
  }

  /** Ends all of its processes, where a test has left some. */
  void endAll() throws IOException {
    List<ProcessHandle> left = new ArrayList<>();
    postmaster().ifPresent(first -> left.add(first));
    postmaster().ifPresent(first -> first.descendants().forEach(left::add));
    left.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?>[] ends =
        left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** The hub's database, for a reader that shares no code with the hub. */
  PGSimpleDataSource database() throws IOException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(
        new int[] {Integer.parseInt(Files.readAllLines(pidFile()).get(PORT_LINE).strip())});
    database.setDatabaseName("dunlin");
    database.setUser("dunlin");
    database.setPassword(Files.readString(home().resolve("dunlin.password")).strip());
    return database;
  }

  private Path home() {
    return data.resolve("postgres").resolve("18");
  }

  private Path pidFile() {
    return home().resolve("cluster").resolve("postmaster.pid");
  }
}
