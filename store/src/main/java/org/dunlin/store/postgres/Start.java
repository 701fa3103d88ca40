package org.dunlin.store.postgres;

import java.io.IOException;

/** Starts the server of a cluster that is there and that nobody else runs. */
record Start(Server server, PortChoice ports) {

  private static final int ATTEMPTS = 5;

  /** Where the port for the next attempt comes from. */
  @FunctionalInterface
  interface PortChoice {
    int next() throws IOException;
  }

  /** Starts the server and gives its port. */
  int run() throws IOException {
    var log = ServerLog.of(server.directory());
    log.rotate();
    for (int attempt = 1; ; attempt++) {
      var size = log.size();
      var port = ports.next();
      var outcome = server.start(port);
      if (outcome.isSuccess()) {
        return port;
      }
      var tail = log.tailSince(size);
      // Somebody may take a free port between our finding it and the server's binding it.
      if (!tail.contains("could not bind") || attempt == ATTEMPTS) {
        throw failed(outcome, tail);
      }
    }
  }

  private PostgresFailure failed(Command.Outcome outcome, String tail) {
    return new PostgresFailure(
        PostgresFailure.Code.START_FAILED,
        server.directory().cluster(),
        "The embedded PostgreSQL did not start. The end of its log:\n"
            + (tail.isEmpty() ? outcome.output() : tail)
            + "\n",
        "Correct what the log names, or restore a backup (dunlin restore). The whole log is "
            + ServerLog.of(server.directory()).path()
            + ".");
  }
}
