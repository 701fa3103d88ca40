package org.dunlin.core.port;

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
}
