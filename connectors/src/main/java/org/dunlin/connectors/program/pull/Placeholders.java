package org.dunlin.connectors.program.pull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Value;
import org.jspecify.annotations.Nullable;

/** What a pull adds to what the placeholders of its requests may know. */
final class Placeholders {
  private Placeholders() {}

  /** Where a run stands. */
  static Facts of(PullState state, Reading reading, Facts facts) {
    Facts more =
        facts
            .with("page.number", Value.of(state.number()))
            .with("page.offset", Value.of(state.number()));
    int size = NextPage.size(reading.paging());
    if (size > 0) {
      more = more.with("page.size", Value.of(size));
    }
    if (state.token() != null) {
      more = more.with("page.token", state.token());
    }
    Value cursor = cursor(state, reading.cursor());
    return cursor == null ? more.without("cursor") : more.with("cursor", cursor);
  }

  /** What one object is, and what led to it. */
  static Facts of(Wanted wanted, Facts facts) {
    Facts more = facts.with("key", wanted.key());
    for (Map.Entry<String, String> with : wanted.with().entrySet()) {
      more = more.with("parent." + with.getKey(), with.getValue());
    }
    return more;
  }

  private static @Nullable Value cursor(PullState state, @Nullable Cursor cursor) {
    String base = state.base();
    if (base == null || cursor == null) {
      return null;
    }
    return Mark.of(base)
        .map(mark -> state.exact() ? mark : mark.less(cursor.overlap()))
        .map(mark -> within(mark, cursor, state))
        .map(Placeholders::value)
        .orElseGet(() -> Value.of(base));
  }

  /** No further back than the program lets the hub reach; what lies before is the sweep's. */
  private static Mark within(Mark mark, Cursor cursor, PullState state) {
    Duration reach = cursor.reach();
    return reach == null ? mark : mark.notBefore(state.started().minus(reach));
  }

  private static Value value(Mark mark) {
    return switch (mark) {
      case Mark.Moment moment -> Value.of(moment.instant());
      case Mark.Day day -> Value.of(day.day());
      case Mark.Count count -> new Value.Number(new BigDecimal(count.number()));
    };
  }
}
