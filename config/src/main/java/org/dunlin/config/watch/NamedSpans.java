package org.dunlin.config.watch;

import java.util.UUID;
import org.dunlin.core.port.Spans;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Names in each line of the log what the work is about. */
public final class NamedSpans implements Spans {
  private final Spans others;

  /** Tells these others, too. */
  public NamedSpans(Spans others) {
    this.others = others;
  }

  @Override
  public void in(Work work, Runnable task) {
    try (MDC.MDCCloseable company = MDC.putCloseable("company", work.companyId());
        MDC.MDCCloseable connection = MDC.putCloseable("connection", work.connectionId());
        MDC.MDCCloseable subject = MDC.putCloseable(kind(work), text(work.subject()))) {
      others.in(work, task);
    }
  }

  private static String kind(Work work) {
    return switch (work.step()) {
      case INTAKE, TRANSLATE, MATCH, DUN -> "delivery";
      case DELIVER -> "effect";
    };
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
