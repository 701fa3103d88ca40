package org.dunlin.config.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file whose translation kills the process, as one that makes it run out of memory does. */
final class DeadlyFile {
  /** The setting that names the file. */
  static final String NAME = "crash.deadly-file";

  private static final int STATUS = 137;

  /** Time for the other threads to take up work beside it, which dies with it. */
  private static final long AGONY_NANOS = Duration.ofMillis(1200).toNanos();

  private final String name;
  private final ClusterFiles cluster;

  DeadlyFile(String name, Path data) {
    this.name = name;
    this.cluster = new ClusterFiles(data);
  }

  /** Ends the process at once, if the file is being translated in it. */
  void killIfTranslated() {
    if (isTranslated()) {
      LockSupport.parkNanos(AGONY_NANOS);
      Runtime.getRuntime().halt(STATUS);
    }
  }

  private boolean isTranslated() {
    try {
      return JdbcClient.create(cluster.database())
          .sql(
              """
              select exists (select 1 from delivery
                              where name = :name and state = 'CLAIMED' and lease_until > now())
              """)
          .param("name", name)
          .query(Boolean.class)
          .single();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
