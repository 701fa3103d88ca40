package org.dunlin.work.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.dunlin.store.Stores;
import org.dunlin.store.company.FlowHours;
import org.dunlin.store.privacy.MonthInUse;
import org.dunlin.store.privacy.RawStream;
import org.dunlin.work.access.AnswerOnce;
import org.dunlin.work.event.KnownNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away, by the real clock, what was kept as long as the settings say. What is not translated
 * yet is never touched.
 */
public final class KeepNoLonger {
  private static final Logger LOG = LoggerFactory.getLogger(KeepNoLonger.class);

  /** For so long it is kept how often programs were told something. */
  private static final Duration ATTEMPTS = Duration.ofDays(30);

  /** For so long after its end it is kept what programs were told. */
  private static final Duration TOLD = Duration.ofDays(90);

  /** So much of it goes in one transaction. */
  private static final int AT_ONCE = 5000;

  private final Stores stores;
  private final Clock clock;
  private final KeptMonths kept;

  /** Over these stores, as long as is said. */
  public KeepNoLonger(Stores stores, Clock clock, KeptMonths kept) {
    this.stores = stores;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * Does what is due; nothing when another process is doing it. Keys are destroyed first, in a
   * transaction of their own: that the room of a month cannot be freed yet undoes nothing.
   */
  public void run() {
    stores
        .transactions()
        .run(
            () -> {
              stores.keptAnswers().removeBefore(clock.instant().minus(AnswerOnce.KEPT));
              stores.events().log().removeBefore(clock.instant().minus(ATTEMPTS));
            });
    Instant told = clock.instant().minus(TOLD);
    batches(() -> stores.events().log().removeEnded(told, AT_ONCE));
    batches(() -> stores.events().known().forget(KnownNews.WORDS, told, AT_ONCE));
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    stores.transactions().run(() -> inTurn(month));
    stores
        .transactions()
        .run(() -> stores.flowHours().forget(clock.instant().minus(FlowHours.KEPT)));
    Instant called =
        month.minusMonths(kept.callsAndMessages()).atStartOfDay().toInstant(ZoneOffset.UTC);
    batches(() -> stores.outboundCalls().forgetBefore(called, AT_ONCE));
    stores.retention().over(month).forEach(this::drop);
  }

  /** A few at a time: they are many, and whoever tells what happens waits for what is open. */
  private void batches(Supplier<Integer> batch) {
    int removed;
    do {
      removed = stores.transactions().in(batch);
    } while (removed == AT_ONCE);
  }

  private void drop(LocalDate month) {
    try {
      if (stores.transactions().in(() -> stores.retention().drop(month))) {
        LOG.info("The room of the raw content of {} is free", YearMonth.from(month));
      }
    } catch (MonthInUse e) {
      LOG.info("The room of raw content is not free yet: {}", e.getMessage());
    }
  }

  private void inTurn(LocalDate month) {
    if (!stores.retention().begin()) {
      return;
    }
    Map<RawStream, Integer> ended = new EnumMap<>(RawStream.class);
    for (RawStream stream : RawStream.values()) {
      int months = kept.raw(stream);
      ended.put(
          stream, stores.retention().end(stream, month.minusMonths(months), why(stream, months)));
    }
    if (ended.values().stream().anyMatch(count -> count > 0)) {
      stores.retention().deleteEnded(month);
      LOG.info("Raw content that was kept long enough is gone: {}", ended);
    }
    if (kept.messages() != null) {
      stores
          .retention()
          .emptyMessages(
              month.minusMonths(kept.messages()).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    if (kept.journal() != null) {
      Instant before = month.minusMonths(kept.journal()).atStartOfDay().toInstant(ZoneOffset.UTC);
      stores.retention().emptyJournal(before);
      stores.retention().emptyDialogue(before);
    }
  }

  private String why(RawStream stream, int months) {
    return "Its raw content was dropped on "
        + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        + ": raw content of "
        + stream.words()
        + " is kept for "
        + months
        + " months. It cannot be replayed.";
  }
}
