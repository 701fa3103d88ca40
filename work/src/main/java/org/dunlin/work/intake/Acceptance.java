package org.dunlin.work.intake;

import java.util.UUID;

/** What became of a file that was offered. In each case the source may put it away. */
public sealed interface Acceptance {
  /** It is in the inbox, as this delivery. */
  record Accepted(UUID deliveryId) implements Acceptance {}

  /** The same bytes are in the inbox already, as this delivery. */
  record CameBefore(UUID deliveryId) implements Acceptance {}

  /** It is larger than the hub accepts; how large that is, as part of a sentence. */
  record Refused(String reason) implements Acceptance {}
}
