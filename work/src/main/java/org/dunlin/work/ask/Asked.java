package org.dunlin.work.ask;

import java.time.Duration;
import java.util.UUID;
import org.dunlin.connectors.program.Facts;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Asked {
  /**
   * An answer that can be read.
   *
   * @param facts with which was asked, the token among them
   * @param callId of the call as it is kept
   */
  record Answered(HttpReply reply, Facts facts, UUID callId) implements Asked {}

  /** What was asked for is not there. */
  record Gone() implements Asked {}

  /**
   * Nothing has left, or the program asks to wait.
   *
   * @param whole whether that holds for all of the connection, and not only for polls
   */
  record NotNow(Duration pause, String sentence, boolean whole) implements Asked {}

  /**
   * It did not come about.
   *
   * @param pause how long the program asks to wait; absent where it does not say
   * @param silent whether there was no answer at all
   * @param left whether the request may have arrived
   */
  record Failed(String sentence, @Nullable Duration pause, boolean silent, boolean left)
      implements Asked {}

  /** The program, or the request itself, says no; a person looks at it. */
  record Refused(String sentence) implements Asked {}

  /** The access has ended; a person permits it anew. */
  record Closed(String sentence) implements Asked {}
}
