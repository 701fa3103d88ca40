package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the embedded PostgreSQL's files lie within the hub's data directory. */
record DataDirectory(Path root) {

  /** The major version whose programs are bundled; each has a folder of its own. */
  static final int MAJOR_VERSION = 18;

  /** pg_ctl hands paths to a shell without escaping these. */
  private static final Pattern NOT_IN_PATHS = Pattern.compile("[\"`$%!\\p{Cntrl}]");

  static DataDirectory at(Path path) {
    var absolute = path.toAbsolutePath().normalize();
    if (NOT_IN_PATHS.matcher(absolute.toString()).find()) {
      throw new PostgresFailure(
          PostgresFailure.Code.DATA_DIRECTORY_UNUSABLE,
          absolute,
          "The path of the data directory " + absolute + " has a character that a shell expands.",
          "Name a folder without \" ` $ % ! and control characters with DUNLIN_DATA.");
    }
    try {
      Files.createDirectories(absolute);
      var directory = new DataDirectory(absolute.toRealPath());
      PrivateFiles.createFolder(directory.postgres());
      PrivateFiles.createFolder(directory.home());
      PrivateFiles.createFolder(directory.logs());
      return directory;
    } catch (IOException unusable) {
      throw PostgresFailure.unusable(absolute, unusable);
    }
  }

  Path lockFile() {
    return root.resolve("dunlin.lock");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path home() {
    return postgres().resolve(Integer.toString(MAJOR_VERSION));
  }

  Path cluster() {
    return home().resolve("cluster");
  }

  Path logs() {
    return home().resolve("log");
  }

  Path supervisorPassword() {
    return home().resolve("supervisor.password");
  }

  Path hubPassword() {
    return home().resolve("dunlin.password");
  }
}
