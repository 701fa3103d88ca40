package org.dunlin.connectors.program.hook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program answered to a subscription.
 *
 * @param id of the subscription; {@code hook.id}
 * @param secret with which its notices are signed; {@code hook.secret}
 * @param renewFrom from when it should be renewed; absent where it lasts
 */
public record Subscribed(
    @Nullable String id, @Nullable String secret, @Nullable Instant renewFrom) {
  @Override
  public String toString() {
    return "subscription " + id;
  }
}
