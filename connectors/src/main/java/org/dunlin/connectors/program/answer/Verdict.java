package org.dunlin.connectors.program.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the hub does upon an answer. Sentences are for people and hold no secret. */
public sealed interface Verdict {
  /** The answer is read. */
  record Ok() implements Verdict {}

  /**
   * The same again, later each time.
   *
   * @param notBefore where the program said so
   */
  record Retry(@Nullable Instant notBefore, String why) implements Verdict {}

  /**
   * Nothing is asked of the connection until then.
   *
   * @param limit the name of the limit that is used up, where it is known
   */
  record Wait(Instant until, @Nullable String limit, String why) implements Verdict {}

  /** The access token, or the session, is renewed, and the same is tried once more. */
  record Refresh() implements Verdict {}

  /** A person must authorise the connection anew. */
  record Reauthorise(String why) implements Verdict {}

  /** The object that was asked for is not there. */
  record Gone() implements Verdict {}

  /** The run of the stream, or the write-back, ends here; a person looks at it. */
  record Refuse(String sentence) implements Verdict {}
}
