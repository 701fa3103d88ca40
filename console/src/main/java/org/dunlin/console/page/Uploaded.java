package org.dunlin.console.page;

import java.util.UUID;
import org.dunlin.work.intake.Acceptance;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that a person uploaded.
 *
 * @param name as the person's computer calls it
 * @param delivery as which it is in the inbox; absent where it was refused
 */
public record Uploaded(String name, Outcome outcome, @Nullable UUID delivery) {

  /** The one word for it. */
  public enum Outcome {
    /** It is in the inbox now. */
    TAKEN,
    /** The same bytes were there already, whatever their name and road. */
    CAME_BEFORE,
    /** It has no bytes. */
    EMPTY,
    /** It has more bytes than the hub takes. */
    TOO_LARGE,
    /** A person paused the connection. */
    PAUSED
  }

  static Uploaded of(String name, Acceptance acceptance) {
    return switch (acceptance) {
      case Acceptance.Accepted(UUID delivery) -> new Uploaded(name, Outcome.TAKEN, delivery);
      case Acceptance.CameBefore(UUID delivery) ->
          new Uploaded(name, Outcome.CAME_BEFORE, delivery);
      case Acceptance.Refused refused -> refused(name, Outcome.TOO_LARGE);
    };
  }

  static Uploaded refused(String name, Outcome outcome) {
    return new Uploaded(name, outcome, null);
  }
}
