package org.dunlin.work.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.intake.WatchFolders;

/** Connections that watch a folder, as they are written and journalled whoever says them. */
final class Folders {
  static final String PATH = "path";

  private final Stores stores;

  Folders(Stores stores) {
    this.stores = stores;
  }

  static Connection connection(String companyId, String id, String path) {
    return new Connection(companyId, id, WatchFolders.PROGRAM, Map.of(PATH, path), false);
  }

  /**
   * Refuses a folder that another connection has.
   *
   * @param ofFile whether the settings file wants it; two of the file are not compared: where one
   *     takes over the folder of another, it may still be written there
   */
  void refuseTaken(Connection wanted, boolean ofFile) {
    Path path = path(wanted);
    for (Connection other : stores.connections().all()) {
      boolean same = other.companyId().equals(wanted.companyId()) && other.id().equals(wanted.id());
      if (!same
          && other.settings().containsKey(PATH)
          && path(other).equals(path)
          && !(ofFile && ofFile(other))) {
        throw new WrongConnection(
            WrongConnection.Fault.TAKEN, other.companyId() + "/" + other.id());
      }
    }
  }

  private boolean ofFile(Connection connection) {
    SettingOrigin origin =
        stores.origins().of(connection.companyId()).get(KeptProfile.connection(connection.id()));
    return origin != null && origin.kind() == SettingOrigin.Kind.FILE;
  }

  static Path path(Connection connection) {
    String path = connection.settings().getOrDefault(PATH, "");
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new WrongConnection(WrongConnection.Fault.PATH, path);
    }
  }

  /** Writes the connection unless it is there just so; in the transaction of the caller. */
  boolean write(Connection wanted, String by) {
    Optional<Connection> before = stores.connections().find(wanted.companyId(), wanted.id());
    if (before.isPresent()
        && before.get().program().equals(wanted.program())
        && before.get().settings().equals(wanted.settings())) {
      return false;
    }
    stores.connections().put(wanted);
    String path = wanted.settings().getOrDefault(PATH, "");
    note(
        wanted,
        before.isEmpty() ? "CONNECTION_ADDED" : "CONNECTION_CHANGED",
        by,
        before.isEmpty()
            ? "It watches the folder " + path + "."
            : "It watched the folder "
                + before.get().settings().getOrDefault(PATH, "")
                + " and watches "
                + path
                + " now.");
    return true;
  }

  /** Forgets the connection; in the transaction of the caller. */
  void remove(Connection connection, String by) {
    stores.connections().remove(connection.companyId(), connection.id());
    stores.origins().remove(connection.companyId(), KeptProfile.connection(connection.id()));
    note(
        connection,
        "CONNECTION_REMOVED",
        by,
        "It watched the folder " + connection.settings().getOrDefault(PATH, "") + ".");
  }

  private void note(Connection connection, String event, String by, String reason) {
    CompanyProfile profile = stores.companies().profile(connection.companyId());
    stores
        .journal()
        .append(
            connection.companyId(),
            Happening.to(
                "connection",
                connection.id(),
                event,
                by,
                stores.companies().businessDate(profile),
                reason));
  }
}
