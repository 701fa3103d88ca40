package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server that a hub keeps running in its data directory, found by the files that only the hub's
 * user may read.
 *
 * @param password a secret
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {
  /** The line of PostgreSQL's own file that says the port (its documentation, "postmaster.pid"). */
  private static final int PORT_LINE = 3;

  /**
   * The server of a data directory that is in use; empty when it is just starting or stopping.
   *
   * @throws PostgresFailure when its files may not be read
   */
  public static Optional<RunningPostgres> in(Path dataDirectory) {
    DataDirectory directory = DataDirectory.at(dataDirectory);
    Path file = PostmasterFile.of(directory.cluster()).path();
    if (!Files.exists(file) || !Files.exists(directory.hubPassword())) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      String password = Files.readString(directory.hubPassword()).strip();
      Supervisor supervisor = new Supervisor(directory, port, "", password);
      return Optional.of(
          new RunningPostgres(supervisor.jdbcUrl(Supervisor.HUB), Supervisor.HUB, password));
    } catch (IOException | NumberFormatException unusable) {
      throw PostgresFailure.unusable(file, unusable);
    }
  }

  /** Whether a data directory holds the files of a server, of whatever version. */
  public static boolean hasFiles(Path dataDirectory) {
    Path homes = dataDirectory.resolve("postgres");
    if (!Files.isDirectory(homes)) {
      return false;
    }
    try (Stream<Path> versions = Files.list(homes)) {
      return versions.anyMatch(home -> Files.exists(home.resolve("cluster/PG_VERSION")));
    } catch (IOException unusable) {
      throw PostgresFailure.unusable(homes, unusable);
    }
  }

  @Override
  public String toString() {
    return "RunningPostgres[" + jdbcUrl + " as " + user + "]"; // never the password
  }
}
