package org.dunlin.store.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the embedded PostgreSQL is run.
 *
 * @param dataDirectory the hub's data directory (DUNLIN_DATA); all files lie inside
 * @param durability whether a committed transaction survives a crash
 * @param programs the folder to unpack PostgreSQL's programs into; absent: in the data directory
 * @param maxConnections the most connections the server accepts at once
 * @param sharedBuffersMegabytes the server's page cache, in MB
 * @param startLimit how long a start may take, crash recovery included
 * @param stopLimit how long each of the two attempts to stop (fast, then immediate) may take
 */
public record EmbeddedPostgresSettings(
    Path dataDirectory,
    Durability durability,
    Optional<Path> programs,
    int maxConnections,
    int sharedBuffersMegabytes,
    Duration startLimit,
    Duration stopLimit) {

  /** Whether a committed transaction survives a crash of the machine. */
  public enum Durability {
    /** It does; the server is asked after each start and refused if it says otherwise. */
    DURABLE,
    /** It does not; for tests and demonstrations, whose data are made anew each time. */
    LOSES_DATA_IN_A_CRASH
  }

  /** The settings of a hub: durable, sized for a small machine. */
  public static EmbeddedPostgresSettings durable(Path dataDirectory) {
    return ofHub(dataDirectory, Durability.DURABLE);
  }

  /**
   * The settings of a hub whose data are made anew at each start: it need not wait for the disk,
   * and is else as {@link #durable}.
   */
  public static EmbeddedPostgresSettings madeAnew(Path dataDirectory) {
    return ofHub(dataDirectory, Durability.LOSES_DATA_IN_A_CRASH);
  }

  private static EmbeddedPostgresSettings ofHub(Path dataDirectory, Durability durability) {
    return new EmbeddedPostgresSettings(
        dataDirectory,
        durability,
        Optional.empty(),
        60,
        128,
        Duration.ofMinutes(10),
        Duration.ofSeconds(30));
  }

  /**
   * The settings of a test: what was committed may be lost in a crash.
   *
   * @param programs a folder that tests share, so that each need not unpack
   */
  public static EmbeddedPostgresSettings losingDataInACrash(Path dataDirectory, Path programs) {
    return new EmbeddedPostgresSettings(
        dataDirectory,
        Durability.LOSES_DATA_IN_A_CRASH,
        Optional.of(programs),
        100,
        64,
        Duration.ofMinutes(2),
        Duration.ofSeconds(10));
  }

  /** Whether it lives for minutes: then plans cost more than what they are for. */
  boolean isShortLived() {
    return !isDurable() && programs.isEmpty();
  }

  boolean isDurable() {
    return switch (durability) {
      case DURABLE -> true;
      case LOSES_DATA_IN_A_CRASH -> false;
    };
  }
}
