package org.dunlin.store.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call belongs to.
 *
 * @param id of the effect, or of what is paid or given back
 * @param stream that is read
 */
public record Occasion(About about, @Nullable UUID id, @Nullable String stream) {
  /** Nothing but its connection: a test, a subscription, what a person asks. */
  public static final Occasion CONNECTION = new Occasion(About.CONNECTION, null, null);

  /** The access itself: what is said holds secrets only, and is not kept. */
  public static final Occasion ACCESS = new Occasion(About.ACCESS, null, null);

  /** What kind of thing it belongs to. */
  public enum About {
    /** An effect of the outbox. */
    EFFECT,
    /** An attempt to pay, a link of the provider's own, money given back. */
    PAYING,
    /** A stream that is read. */
    READING,
    /** The access to the program. */
    ACCESS,
    /** The connection alone. */
    CONNECTION
  }

  /** An effect. */
  public static Occasion effect(UUID effectId) {
    return new Occasion(About.EFFECT, effectId, null);
  }

  /** Something that a provider is asked for, by the hub's own id of it. */
  public static Occasion paying(UUID id) {
    return new Occasion(About.PAYING, id, null);
  }

  /** A stream. */
  public static Occasion reading(String stream) {
    return new Occasion(About.READING, null, stream);
  }
}
