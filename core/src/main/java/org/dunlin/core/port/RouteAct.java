package org.dunlin.core.port;

/** What a person may have a single route do. */
public enum RouteAct {
  /** It takes what comes, from its beginning. */
  START,
  /** It ends what it is at, takes nothing more, and lets go of what it holds. */
  STOP,
  /** It takes nothing more for a while, and keeps what it holds. */
  SUSPEND,
  /** It takes what comes again. */
  RESUME
}
