package org.dunlin.store.postgres;

import java.nio.file.Path;

/** Another hub, or another start in this one, holds the data directory. */
public final class DataDirectoryInUse extends PostgresFailure {

  private static final long serialVersionUID = 1L;

  private final String directory;
  private final String holder;

  DataDirectoryInUse(Path directory, String holder) {
    super(
        Code.DATA_DIRECTORY_IN_USE,
        directory,
        "The data directory " + directory + " is in use by another hub (" + holder + ").",
        "Stop that hub, or give this one a directory of its own with DUNLIN_DATA.");
    this.directory = directory.toString();
    this.holder = holder;
  }

  /** The data directory, as an absolute path. */
  public String directory() {
    return directory;
  }

  /** Who holds it, for example {@code pid 4711, started 2026-01-31T08:00:00Z}. */
  public String holder() {
    return holder;
  }
}
