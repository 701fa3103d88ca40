package org.dunlin.work.road;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.outgoing.OutgoingSettings;
import org.dunlin.work.program.WrongSettings;

/** Where outgoing files are put: by the connection that they name. */
public final class OutgoingTarget {
  private final Stores stores;

  /** Over these stores. */
  public OutgoingTarget(Stores stores) {
    this.stores = stores;
  }

  /** The road there, with the secrets that it takes; empty where there is none any more. */
  public Optional<Road> road(Connection connection) {
    OutgoingSettings settings = OutgoingSettings.of(connection);
    return stores
        .connections()
        .find(connection.companyId(), settings.to())
        .flatMap(to -> road(connection, to, folder(connection)));
  }

  /** Each kind has a folder of its own where none is named. */
  private static String folder(Connection connection) {
    return RoadKind.of(connection.program())
        .map(kind -> RoadSettings.complete(kind, connection.settings()).get(OutgoingForm.FOLDER))
        .orElseGet(() -> OutgoingSettings.of(connection).folder());
  }

  private Optional<Road> road(Connection connection, Connection to, String folder) {
    Map<String, String> settings = new TreeMap<>();
    if (to.program().equals(WatchFolders.PROGRAM)) {
      String path = to.settings().getOrDefault("path", "");
      settings.put("folder", Path.of(path).resolve(folder).normalize().toString());
      return Optional.of(
          new Road(connection.companyId(), connection.id(), RoadKind.OUTGOING, settings, Map.of()));
    }
    if (!to.program().equals(RoadKind.SFTP.program())) {
      return Optional.empty();
    }
    settings.putAll(RoadSettings.complete(RoadKind.SFTP, to.settings()));
    settings.put("folder", folder);
    return Optional.of(
        new Road(
            connection.companyId(),
            connection.id(),
            RoadKind.SFTP,
            settings,
            stores.programs().secrets().of(to.companyId(), to.id())));
  }

  /**
   * Refuses settings that lead nowhere, or into a folder whose files the hub takes itself.
   *
   * @throws WrongSettings with what is wrong
   */
  void refuseNone(String companyId, Map<String, String> open) {
    OutgoingSettings settings = OutgoingSettings.of(open);
    Connection to = stores.connections().find(companyId, settings.to()).orElse(null);
    if (to == null) {
      throw WrongSettings.one(
          OutgoingForm.TO,
          "There is no connection "
              + settings.to()
              + "; name a watched folder or an SFTP server of this company.");
    }
    boolean folder = to.program().equals(WatchFolders.PROGRAM);
    if (!folder && !to.program().equals(RoadKind.SFTP.program())) {
      throw WrongSettings.one(
          OutgoingForm.TO,
          "Files go out over a watched folder or an SFTP server, and "
              + settings.to()
              + " is neither.");
    }
    String looked =
        folder ? "in" : RoadSettings.complete(RoadKind.SFTP, to.settings()).get("folder");
    if (Path.of(settings.folder()).normalize().equals(Path.of("" + looked).normalize())
        || folder && Path.of(settings.folder()).isAbsolute()) {
      throw WrongSettings.one(
          OutgoingForm.FOLDER,
          folder
              ? "Name a folder within that of the connection, and not \"in\", from which the hub"
                  + " takes files."
              : "The hub takes files from this folder itself; name another one.");
    }
  }
}
