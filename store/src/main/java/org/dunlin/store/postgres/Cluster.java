package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database files of one data directory: made once, checked at each start. */
record Cluster(DataDirectory directory) {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String UNFINISHED = "cluster-unfinished-";

  /**
   * Refuses files that the bundled server cannot read.
   *
   * @throws PostgresFailure if there is a cluster of another major version
   */
  void checkVersion() throws IOException {
    try (var homes = Files.list(directory.postgres())) {
      for (var home : homes.toList()) {
        refuseOther(home.resolve(directory.cluster().getFileName()));
      }
    }
  }

  private static void refuseOther(Path cluster) throws IOException {
    var file = cluster.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return;
    }
    var version = Files.readString(file).strip();
    if (!version.equals(Integer.toString(DataDirectory.MAJOR_VERSION))) {
      throw new PostgresFailure(
          PostgresFailure.Code.OTHER_MAJOR_VERSION,
          cluster,
          "The folder "
              + cluster
              + " holds a database of PostgreSQL "
              + version
              + ", but this hub brings PostgreSQL "
              + DataDirectory.MAJOR_VERSION
              + ".",
          "Back up with the hub that made it (dunlin backup) and restore into a new data directory"
              + " (dunlin restore).");
    }
  }

  boolean exists() {
    return Files.exists(directory.cluster());
  }

  /** Makes the cluster; it is under its final name only when it is whole. */
  void create(Server server) throws IOException {
    LOG.info("Making a new PostgreSQL cluster in {}", directory.cluster());
    removeUnfinished();
    // A name of its own each time: an initdb that outlived its hub may still write into the last.
    var unfinished = directory.home().resolve(UNFINISHED + UUID.randomUUID());
    var outcome = server.initialise(unfinished);
    if (!outcome.isSuccess()) {
      throw new PostgresFailure(
          PostgresFailure.Code.START_FAILED,
          directory.cluster(),
          "PostgreSQL could not make its files in " + directory.cluster() + ": " + outcome.output(),
          "Check free space and rights of the data directory.");
    }
    PrivateFiles.moveIntoPlace(unfinished, directory.cluster());
  }

  private void removeUnfinished() throws IOException {
    try (var folders = Files.newDirectoryStream(directory.home(), UNFINISHED + "*")) {
      for (var folder : folders) {
        PrivateFiles.deleteTree(folder);
      }
    } catch (FileSystemException inUse) {
      LOG.warn("An unfinished cluster is left until the next start: {}", inUse.getMessage());
    }
  }
}
