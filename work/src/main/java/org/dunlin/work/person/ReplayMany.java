package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.replay.Replay;
import org.dunlin.store.replay.ReplayChoice;
import org.jspecify.annotations.Nullable;

/**
 * Does again for many what a person may have done again for one: reads deliveries again, and sends
 * entries of the outbox again that were refused and may be sent twice. It goes in steps, each a
 * transaction of its own, and takes each of those once that were there as it began, the oldest
 * first. While many deliveries wait to be read it waits, too, so that what comes in meanwhile does
 * not stand behind all of them.
 */
public final class ReplayMany {
  /** So many at most in one go. */
  public static final int MOST = 100_000;

  /** So many single ones may be chosen. */
  public static final int MOST_CHOSEN = 1_000;

  /** So many in one transaction. */
  static final int STEP = 100;

  private static final int MOST_WAITING = 1_000;
  private static final String SUBJECT = "replay";
  private static final Comparator<UUID> BY_TIME = Comparator.comparing(UUID::toString);

  private final Stores stores;
  private final PutBack putBack;
  private final RetryEffect retryEffect;
  private final int mostWaiting;

  /** Over these stores. */
  public ReplayMany(Stores stores) {
    this(stores, MOST_WAITING);
  }

  /**
   * @param mostWaiting while so many deliveries wait to be read, no step is taken
   */
  ReplayMany(Stores stores, int mostWaiting) {
    this.stores = stores;
    this.mostWaiting = mostWaiting;
    putBack = new PutBack(stores);
    retryEffect = new RetryEffect(stores);
  }

  /** How many would be done again, {@link #MOST} at most. */
  public int count(String companyId, ReplayChoice choice) {
    if (!choice.chosen().isEmpty()) {
      return (int) choice.chosen().stream().distinct().count();
    }
    return switch (choice) {
      case ReplayChoice.OfDeliveries of ->
          stores.views().deliveries().count(companyId, of.all(), MOST);
      case ReplayChoice.OfEffects of ->
          stores.views().refusedEffects().count(companyId, of.all(), MOST);
    };
  }

  /**
   * Begins; empty when there is nothing to do again.
   *
   * @throws IllegalArgumentException where more than {@link #MOST_CHOSEN} are chosen, or all of
   *     those are meant with which nothing is wrong
   */
  public Optional<UUID> begin(String companyId, ReplayChoice choice, String by) {
    if (choice.chosen().size() > MOST_CHOSEN) {
      throw new IllegalArgumentException(MOST_CHOSEN + " can be chosen at most");
    }
    if (choice instanceof ReplayChoice.OfDeliveries of
        && of.chosen().isEmpty()
        && !of.all().choice().failed()) {
      throw new IllegalArgumentException("nothing is wrong with those that are " + of.all());
    }
    Optional<UUID> begun = stores.transactions().in(() -> add(companyId, choice, by));
    begun.ifPresent(id -> next());
    return begun;
  }

  private Optional<UUID> add(String companyId, ReplayChoice choice, String by) {
    int total = count(companyId, choice);
    if (total == 0) {
      return Optional.empty();
    }
    UUID id = Ids.next();
    stores.replays().add(companyId, id, choice, total, by);
    note(companyId, id, "REPLAY_BEGUN", by, total + " of " + said(choice));
    return Optional.of(id);
  }

  /**
   * Takes a step of the one that has gone least far; false when none is under way. While too much
   * waits to be read none of deliveries is.
   */
  public boolean next() {
    boolean worked =
        stores
            .transactions()
            .in(
                () -> {
                  boolean room = !stores.backlogs().waitsToBeRead(mostWaiting);
                  Optional<Replay> found = stores.replays().takeUp(room);
                  found.ifPresent(this::step);
                  return found.isPresent();
                });
    if (worked) {
      stores.wakeups().wake(Stage.TRANSLATE);
      stores.wakeups().wake(Stage.DELIVER);
    }
    return worked;
  }

  /** Stops one; what it has put back already goes on. False where it is at its end. */
  public boolean stop(String companyId, UUID id, String by) {
    return stores
        .transactions()
        .in(
            () -> {
              boolean stopped = stores.replays().end(companyId, id, by);
              if (stopped) {
                Replay replay = stores.replays().find(companyId, id).orElseThrow();
                note(companyId, id, "REPLAY_STOPPED", by, became(replay));
              }
              return stopped;
            });
  }

  private void step(Replay replay) {
    List<UUID> ids = following(replay);
    int done = 0;
    for (UUID id : ids) {
      if (again(replay, id)) {
        done++;
      }
    }
    if (!ids.isEmpty()) {
      stores.replays().went(replay, ids.getLast(), done, ids.size() - done);
    }
    int looked = replay.done() + replay.leftOut() + ids.size();
    if (ids.size() < STEP || looked >= MOST) {
      stores.replays().end(replay.companyId(), replay.id(), null);
      Replay ended = stores.replays().find(replay.companyId(), replay.id()).orElseThrow();
      note(replay.companyId(), replay.id(), "REPLAY_ENDED", replay.begunBy(), became(ended));
    }
  }

  private List<UUID> following(Replay replay) {
    UUID behind = replay.behind();
    List<UUID> chosen = replay.choice().chosen();
    if (!chosen.isEmpty()) {
      return chosen.stream()
          .distinct()
          .sorted(BY_TIME)
          .filter(id -> behind == null || BY_TIME.compare(id, behind) > 0)
          .limit(STEP)
          .toList();
    }
    return switch (replay.choice()) {
      case ReplayChoice.OfDeliveries of ->
          stores.views().deliveries().next(replay.companyId(), of.all(), replay.id(), behind, STEP);
      case ReplayChoice.OfEffects of ->
          stores
              .views()
              .refusedEffects()
              .next(replay.companyId(), of.all(), replay.id(), behind, STEP);
    };
  }

  private boolean again(Replay replay, UUID id) {
    return switch (replay.choice()) {
      case ReplayChoice.OfDeliveries of ->
          putBack.delivery(replay.companyId(), id, replay.begunBy(), "DELIVERY_REPLAYED");
      case ReplayChoice.OfEffects of -> retryEffect.here(replay.companyId(), id, replay.begunBy());
    };
  }

  private static String said(ReplayChoice choice) {
    String what =
        switch (choice) {
          case ReplayChoice.OfDeliveries of -> "the inbox";
          case ReplayChoice.OfEffects of -> "the outbox";
        };
    if (!choice.chosen().isEmpty()) {
      return what + ", chosen one by one";
    }
    Stream<@Nullable Object> by =
        switch (choice) {
          case ReplayChoice.OfDeliveries of ->
              Stream.of(
                  of.all().choice(),
                  of.all().reasonCode(),
                  of.all().connectionId(),
                  of.all().stream());
          case ReplayChoice.OfEffects of -> Stream.of("FAILED", of.connectionId(), of.kind());
        };
    return what
        + ": "
        + by.filter(each -> each != null).map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String became(Replay replay) {
    return replay.done() + " of " + replay.total() + " done, " + replay.leftOut() + " left out";
  }

  private void note(String companyId, UUID id, String event, String by, String why) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores.journal().append(companyId, Happening.to(SUBJECT, id, event, by, today, why));
  }
}
