package org.dunlin.store.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed hub or a killed postmaster left behind. It is only called with the lock on the data
 * directory held, so no living hub uses what it stops.
 */
record Leftovers(Server server, ClusterProcesses processes) {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  /** Most end by themselves as soon as they notice that their postmaster has gone. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Leftovers of(Server server) {
    return new Leftovers(server, new ClusterProcesses(server.directory(), server.platform()));
  }

  /** Stops every process of the cluster and removes what would keep a new server from starting. */
  void remove() throws IOException {
    stopServer();
    stopSurvivors();
    forgetForeignProcess();
  }

  /** Stops the server gently, then firmly; does nothing when there is none. */
  void stopServer() throws IOException {
    var process = PostmasterFile.of(server.directory().cluster()).pid();
    if (process.isEmpty() || !isOurs(process.getAsLong())) {
      return;
    }
    LOG.info("Stopping the PostgreSQL server with pid {}", process.getAsLong());
    for (var mode : Server.ShutdownMode.values()) {
      if (server.stop(mode)) {
        return;
      }
      LOG.warn("The PostgreSQL server did not stop in its time (mode {})", mode.word());
    }
  }

  /** Whether the process is there and no other program's; a zombie is not. */
  boolean mayBeRunning(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(handle -> processes.verdict(handle) != ClusterProcesses.Verdict.FOREIGN)
        .orElse(false);
  }

  private boolean isOurs(long pid) {
    return ProcessHandle.of(pid)
        .map(handle -> processes.verdict(handle) == ClusterProcesses.Verdict.OURS)
        .orElse(false);
  }

  /** Ends processes that outlived their postmaster; they would keep its shared memory. */
  void stopSurvivors() {
    var survivors = processes.running();
    if (survivors.isEmpty() || haveEnded(survivors, GRACE)) {
      return;
    }
    LOG.warn("Ending {} processes that outlived their PostgreSQL server", survivors.size());
    survivors.forEach(ProcessHandle::destroy);
    if (!haveEnded(survivors, PATIENCE)) {
      survivors.forEach(ProcessHandle::destroyForcibly);
      if (!haveEnded(survivors, PATIENCE)) {
        throw new PostgresFailure(
            PostgresFailure.Code.STOP_FAILED,
            server.directory().cluster(),
            "Processes of a former PostgreSQL server cannot be ended: "
                + survivors.stream().map(ProcessHandle::pid).toList()
                + ".",
            "End them by hand, or restart the machine.");
      }
    }
  }

  private boolean haveEnded(List<ProcessHandle> survivors, Duration patience) {
    var ends = survivors.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException late) {
      // Asked again, because the notice of an end may itself be late.
      return processes.running().isEmpty();
    }
  }

  /**
   * PostgreSQL refuses to start while the process id in its file is alive, whoever that is now. It
   * judges the shared memory by the same file, so it goes only in that case.
   */
  private void forgetForeignProcess() throws IOException {
    var file = PostmasterFile.of(server.directory().cluster());
    var foreign =
        file.pid().stream()
            .mapToObj(ProcessHandle::of)
            .flatMap(Optional::stream)
            .anyMatch(process -> processes.verdict(process) == ClusterProcesses.Verdict.FOREIGN);
    if (foreign) {
      LOG.info("The process named in {} is no server of this cluster", file.path());
      file.delete();
    }
  }
}
