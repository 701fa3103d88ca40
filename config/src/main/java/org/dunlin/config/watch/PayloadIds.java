package org.dunlin.config.watch;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids of traces: that of a payload is the id of its delivery, and the id of the first span of it
 * the last eight bytes of that, so that work in other processes and on other days finds both.
 */
final class PayloadIds implements IdGenerator {
  private static final HexFormat HEX = HexFormat.of();

  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<@Nullable UUID> first = new ThreadLocal<>();

  static String trace(UUID delivery) {
    return HEX.toHexDigits(delivery.getMostSignificantBits()) + root(delivery);
  }

  static String root(UUID delivery) {
    return HEX.toHexDigits(delivery.getLeastSignificantBits());
  }

  /** What is begun in the task without a parent is the first span of this payload. */
  void firstOf(UUID delivery, Runnable task) {
    first.set(delivery);
    try {
      task.run();
    } finally {
      first.remove();
    }
  }

  @Override
  public String generateSpanId() {
    UUID delivery = first.get();
    return delivery == null ? random.generateSpanId() : root(delivery);
  }

  @Override
  public String generateTraceId() {
    UUID delivery = first.get();
    return delivery == null ? random.generateTraceId() : trace(delivery);
  }
}
