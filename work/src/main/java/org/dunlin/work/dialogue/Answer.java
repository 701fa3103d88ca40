package org.dunlin.work.dialogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail answers to messages of the hub.
 *
 * @param mail what tells the mail from all others
 * @param effects the messages that it names
 * @param text what it says, in plain text; absent where it has none
 * @param failed the addresses that a server says do not exist or take nothing; of a bounce alone
 */
public record Answer(
    UUID mail, List<UUID> effects, Kind kind, @Nullable String text, List<String> failed) {
  public Answer {
    effects = List.copyOf(effects);
    failed = List.copyOf(failed);
  }

  /** Who answers. */
  public enum Kind {
    /** A person. */
    PERSON,
    /** A mailbox by itself (RFC 3834). */
    AUTOMATIC,
    /** A server: the message did not arrive and never will (RFC 3464, status 5.x.x). */
    BOUNCED,
    /** A server: it is late, or arrived. */
    REPORTED
  }
}
