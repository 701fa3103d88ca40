package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.PreviewPlans.Ahead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes long to reckon is shown as it was reckoned last, and says so. */
class KeptAheadTest {
  private static final Duration NO_TIME = Duration.ZERO;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final AtomicInteger reckoned = new AtomicInteger();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsReckonedWithinAMomentIsReckonedAnewEachTime() {
    KeptAhead kept = new KeptAhead(hub.stores, this::ahead, Runnable::run, Duration.ofMinutes(1));

    assertThat(total(kept.of("acme", 30))).isEqualTo(1);
    KeptAhead.Shown again = kept.of("acme", 30);
    assertThat(total(again)).isEqualTo(2);
    assertThat(again.at()).isNull();
    assertThat(again.reckoning()).isFalse();
  }

  @Test
  void whatTakesLongerIsReckonedMeanwhileAndShownWithItsTimeOnceItIsThere() {
    KeptAhead kept = slow();

    KeptAhead.Shown first = kept.of("acme", 30);
    assertThat(first.ahead()).isNull();
    assertThat(first.reckoning()).isTrue();
    work();

    KeptAhead.Shown then = kept.of("acme", 30);
    assertThat(total(then)).isEqualTo(1);
    assertThat(then.at()).isNotNull();
  }

  @Test
  void whoAsksForTheSameMeanwhileBeginsItNoSecondTime() {
    KeptAhead kept = slow();
    kept.of("acme", 30);
    kept.of("acme", 30);

    assertThat(waiting).hasSize(1);
  }

  @Test
  void whatWasReckonedOnAnotherDayIsNotShown() {
    KeptAhead kept = slow();
    kept.of("acme", 30);
    work();
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));

    assertThat(kept.of("acme", 30).ahead()).isNull();
  }

  @Test
  void whoComesWhenManyWaitIsToldSo() {
    KeptAhead kept = slow();
    for (int days = 1; days <= 4; days++) {
      kept.of("acme", days);
    }
    assertThatThrownBy(() -> kept.of("acme", 5)).isInstanceOf(PreviewBusy.class);
    work();
    assertThat(kept.of("acme", 5).reckoning()).isTrue();
  }

  @Test
  void whatCannotBeForeseenSaysWhyAndIsTriedAgain() {
    KeptAhead kept =
        new KeptAhead(
            hub.stores,
            (company, days) -> {
              if (reckoned.incrementAndGet() == 1) {
                throw new PreviewBusy();
              }
              return ahead(company, days);
            },
            Runnable::run,
            Duration.ofMinutes(1));

    assertThatThrownBy(() -> kept.of("acme", 30)).isInstanceOf(PreviewBusy.class);
    assertThat(kept.of("acme", 30).ahead()).isNotNull();
  }

  private KeptAhead slow() {
    return new KeptAhead(hub.stores, this::ahead, waiting::add, NO_TIME);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Its total counts how often it was asked for. */
  private Ahead ahead(String company, int days) {
    LocalDate first = TestHub.TODAY;
    return new Ahead(
        first,
        first.plusDays(days - 1L),
        Set.of(),
        reckoned.incrementAndGet(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static int total(KeptAhead.Shown shown) {
    return shown.there().total();
  }
}
