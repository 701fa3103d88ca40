package org.dunlin.core.port;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nothing has left the hub; a later try may succeed. The message is a sentence for people. */
public final class NotSent extends Exception {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration pause;

  /** Why nothing left. */
  public NotSent(String message, Throwable cause) {
    super(message, cause);
    pause = null;
  }

  /** Why nothing left. */
  public NotSent(String message) {
    this(message, (Duration) null);
  }

  /**
   * Why nothing left.
   *
   * @param pause before which no other try is of use; absent where nobody knows
   */
  public NotSent(String message, @Nullable Duration pause) {
    super(message);
    this.pause = pause;
  }

  /** Before which no other try is of use. */
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
