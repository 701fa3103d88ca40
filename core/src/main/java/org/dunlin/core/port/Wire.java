package org.dunlin.core.port;

import java.time.Instant;

/** The way to an outside program and back. */
public interface Wire {
  /**
   * Sends and waits for the whole answer. Every status is an answer; redirects are not followed.
   *
   * @param line whose circuit breaker, limits and places count
   * @throws NotSent when nothing has left: the line is open-circuited, has no place free, or no
   *     connection to the host came about
   * @throws NoReply when it may have left and no whole answer came
   */
  HttpReply exchange(Line line, HttpCall call) throws NotSent, NoReply;

  /**
   * A person wants to know how a program stands, or has changed what it is asked with: what failed
   * on the line before holds nothing back any more. What the program itself permits still does.
   * Nothing where this moment, or a later one, is known.
   *
   * @param at when that was; the same for all processes
   */
  default void forgive(String companyId, String connectionId, Instant at) {
    // a wire that remembers no failures has none to forgive
  }
}
