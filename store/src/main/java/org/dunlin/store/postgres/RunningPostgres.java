package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that a running hub has in its data directory, for a command beside it. Whoever may
 * read the data directory's private files may connect.
 *
 * @param password a secret
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {
  /** The line of the postmaster's file that holds the port (PostgreSQL's miscadmin.h). */
  private static final int PORT_LINE = 3;

  /** The server of this data directory; empty when none is running. */
  public static Optional<RunningPostgres> in(Path dataDirectory) {
    DataDirectory directory = DataDirectory.at(dataDirectory);
    try {
      List<String> lines = Files.readAllLines(PostmasterFile.of(directory.cluster()).path());
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      String password = Files.readString(directory.hubPassword()).strip();
      Supervisor supervisor = new Supervisor(directory, port, "", password);
      return Optional.of(
          new RunningPostgres(supervisor.jdbcUrl(Supervisor.HUB), Supervisor.HUB, password));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException notThereYet) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "RunningPostgres[" + jdbcUrl + "]"; // never the password
  }
}
