package org.dunlin.connectors.program;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How much may be asked of a program. */
public sealed interface Limit {
  /** What people and error rules call it. */
  String name();

  /** Whose requests count together. */
  Of of();

  /**
   * So many requests in so long.
   *
   * @param keep how many of them are kept back for notices and write-backs
   * @param zone in which windows of a day begin
   * @param remaining the header in which the program counts itself; its word wins
   */
  record Window(
      String name,
      int requests,
      Duration per,
      int keep,
      ZoneId zone,
      Of of,
      @Nullable String remaining)
      implements Limit {}

  /** So many requests under way at once. */
  record AtOnce(String name, int concurrent, Of of) implements Limit {}

  /** Whose requests count together. */
  enum Of {
    /** Those of one connection. */
    TENANT,
    /** Those of all connections with the same app credentials. */
    APP
  }
}
