package org.dunlin.core.port;

/** Whether a route moves anything. */
public enum RouteState {
  /** It takes what comes. */
  RUNNING,
  /** It is starting or stopping. */
  CHANGING,
  /** A person switched it off. */
  SWITCHED_OFF,
  /** A person lets it wait for a while. */
  SUSPENDED,
  /** It does not run. */
  STOPPED
}
