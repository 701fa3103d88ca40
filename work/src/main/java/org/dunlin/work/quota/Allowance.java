package org.dunlin.work.quota;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dunlin.connectors.program.Limit;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.limit.Limits;
import org.dunlin.connectors.program.limit.LongWindow;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.Digests;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Quotas.Window;
import org.dunlin.work.link.Link;

/** Counts requests in the windows that a program's manifest names. */
public final class Allowance {
  private static final int DIGEST_BYTES = 8;

  private final Stores stores;
  private final Clock clock;

  /** Over these stores; windows begin by this clock. */
  public Allowance(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * How much of a window is used.
   *
   * @param window as the manifest names it
   */
  public record Used(LongWindow window, int used) {}

  /** Counts one request in all windows, or in none; empty when it may leave. */
  public Optional<Exhausted> take(Link link, Use use) {
    Instant now = clock.instant();
    List<Window> counted = new ArrayList<>();
    for (LongWindow window : Limits.longWindows(link.program())) {
      int most = use == Use.POLL ? window.requests() - window.keep() : window.requests();
      Window each = counted(link, window, now);
      if (stores.programs().quotas().take(each, most).isEmpty()) {
        counted.forEach(stores.programs().quotas()::giveBack);
        boolean whole =
            use != Use.POLL || stores.programs().quotas().used(each) >= window.requests();
        return Optional.of(exhausted(window, now, whole));
      }
      counted.add(each);
    }
    return Optional.empty();
  }

  /** One that was counted did not leave. */
  public void giveBack(Link link) {
    Instant now = clock.instant();
    for (LongWindow window : Limits.longWindows(link.program())) {
      stores.programs().quotas().giveBack(counted(link, window, now));
    }
  }

  private static Exhausted exhausted(LongWindow window, Instant now, boolean whole) {
    String sentence =
        "The "
            + window.requests()
            + " requests that the program permits ("
            + window.name()
            + (whole
                ? ") are used up; it goes on when the next window begins."
                : ") are used up but for those that are kept back for notices and write-backs; it"
                    + " goes on when the next window begins.");
    return new Exhausted(Duration.between(now, window.end(now)), sentence, whole);
  }

  /** Takes over what the program itself counts, where it says so. */
  public void heard(Link link, HttpReply reply) {
    Instant now = clock.instant();
    for (Limit limit : link.manifest().limits()) {
      if (limit instanceof Limit.Window window && window.remaining() != null) {
        OptionalInt remaining = Answers.remaining(window.remaining(), reply);
        for (LongWindow each : Limits.longWindows(link.program())) {
          if (remaining.isPresent() && each.name().equals(window.name())) {
            int used = Math.max(0, window.requests() - remaining.getAsInt());
            stores.programs().quotas().set(counted(link, each, now), used);
          }
        }
      }
    }
  }

  /** How long it is until the window of this name ends; empty where there is none. */
  public Optional<Duration> untilEnd(Link link, String limit) {
    Instant now = clock.instant();
    return Limits.longWindows(link.program()).stream()
        .filter(window -> window.name().equals(limit))
        .map(window -> Duration.between(now, window.end(now)))
        .findFirst();
  }

  /** How much of each window is used now. */
  public List<Used> used(Link link) {
    Instant now = clock.instant();
    List<Used> used = new ArrayList<>();
    for (LongWindow window : Limits.longWindows(link.program())) {
      used.add(new Used(window, stores.programs().quotas().used(counted(link, window, now))));
    }
    return used;
  }

  private static Window counted(Link link, LongWindow window, Instant now) {
    String counted =
        switch (window.of()) {
          case TENANT -> link.id();
          case APP -> app(link);
        };
    return new Window(link.companyId(), counted, window.name(), window.begin(now));
  }

  /** The app by its client id, which is no secret but need not stand everywhere. */
  private static String app(Link link) {
    String client = link.facts().value("settings.clientId").map(Value::plain).orElse(link.id());
    byte[] digest = Digests.sha256().digest(client.getBytes(StandardCharsets.UTF_8));
    return "app:" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }
}
