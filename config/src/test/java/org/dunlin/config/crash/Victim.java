package org.dunlin.config.crash;

/** Who is killed, in which order. */
enum Victim {
  /** The hub; its PostgreSQL runs on as an orphan. */
  HUB,
  /** PostgreSQL's first process; the hub lives, fails, and starts the server again. */
  POSTMASTER,
  /** Both, PostgreSQL first. */
  POSTMASTER_THEN_HUB,
  /** Both, the hub first. */
  HUB_THEN_POSTMASTER
}
