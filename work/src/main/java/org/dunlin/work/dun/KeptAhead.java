package org.dunlin.work.dun;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dunlin.store.Stores;
import org.dunlin.work.dun.PreviewPlans.Ahead;
import org.jspecify.annotations.Nullable;

/**
 * What is ahead of companies, for those who look often. Where it is reckoned within a moment it is
 * reckoned anew each time; of a large ledger what was reckoned last is given at once, with its
 * time, and is reckoned anew meanwhile where it is old.
 */
public final class KeptAhead {
  /** So many are kept, of all companies and spans. */
  private static final int MOST = 32;

  /** So many wait at most; whoever comes then is told that others are before. */
  private static final int WAITING = 4;

  /** So many times as long as it took it is good for, so that it is not reckoned all the time. */
  private static final int GOOD_FOR = 10;

  private final Stores stores;
  private final Reckoning reckoning;
  private final Executor background;
  private final Duration moment;
  private final Map<Key, CompletableFuture<Ahead>> running = new HashMap<>();
  private final Map<Key, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST;
        }
      };

  /** Over these stores. */
  public KeptAhead(Stores stores) {
    this(
        stores,
        PreviewPlans.patient(stores)::ahead,
        work -> Thread.ofVirtual().name("dunlin-ahead").start(work),
        Duration.ofSeconds(2));
  }

  /**
   * @param background carries out what takes longer
   * @param moment so long whoever looks waits
   */
  KeptAhead(Stores stores, Reckoning reckoning, Executor background, Duration moment) {
    this.stores = stores;
    this.reckoning = reckoning;
    this.background = background;
    this.moment = moment;
  }

  /** Reckons what is ahead. */
  @FunctionalInterface
  interface Reckoning {
    Ahead ahead(String companyId, int days);
  }

  private record Key(String companyId, int days) {}

  private record Kept(Ahead ahead, Instant at, Duration took) {}

  /**
   * What there is to show.
   *
   * @param ahead absent while it is reckoned for the first time
   * @param at when that was reckoned; absent where it was reckoned just now
   * @param reckoning whether it is being reckoned anew
   */
  public record Shown(@Nullable Ahead ahead, @Nullable Instant at, boolean reckoning) {
    /**
     * What is ahead.
     *
     * @throws PreviewBusy while it is reckoned for the first time
     */
    public Ahead there() {
      if (ahead == null) {
        throw new PreviewBusy();
      }
      return ahead;
    }
  }

  /**
   * What is ahead of a company by the plans in force, for so many days from today on.
   *
   * @throws PlanUnreadable when a plan in force cannot be read
   * @throws PreviewBusy when others are before
   */
  public Shown of(String companyId, int days) {
    Key key = new Key(companyId, days);
    Kept before = today(key);
    if (before != null && before.took().compareTo(moment) > 0) {
      boolean old = before.at().plus(before.took().multipliedBy(GOOD_FOR)).isBefore(Instant.now());
      return new Shown(before.ahead(), before.at(), old ? isBegun(key) : isRunning(key));
    }
    Instant end = Instant.now().plus(moment);
    try {
      Begun begun = begin(key);
      Ahead ahead = begun.by(end);
      // What others began may leave out what whoever asks has just done.
      return new Shown(begun.now() ? ahead : begin(key).by(end), null, false);
    } catch (TimeoutException e) {
      return new Shown(null, null, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Shown(null, null, true);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new CompletionException(e);
    }
  }

  /**
   * A reckoning under way.
   *
   * @param now whether it was begun just now
   */
  private record Begun(CompletableFuture<Ahead> ahead, boolean now) {
    Ahead by(Instant end) throws InterruptedException, ExecutionException, TimeoutException {
      long left = Math.max(0, Duration.between(Instant.now(), end).toMillis());
      return ahead.get(left, TimeUnit.MILLISECONDS);
    }
  }

  /** What was reckoned on another day says nothing of this one. */
  private @Nullable Kept today(Key key) {
    Kept before;
    synchronized (kept) {
      before = kept.get(key);
    }
    if (before == null) {
      return null;
    }
    return before
            .ahead()
            .first()
            .equals(stores.companies().businessDate(stores.companies().profile(key.companyId())))
        ? before
        : null;
  }

  /** Whether it is being reckoned now, be it that it had to be begun. */
  private boolean isBegun(Key key) {
    try {
      return !begin(key).ahead().isDone();
    } catch (PreviewBusy e) {
      return false;
    }
  }

  private boolean isRunning(Key key) {
    synchronized (running) {
      return running.containsKey(key);
    }
  }

  /** Joins who reckons the same. */
  private Begun begin(Key key) {
    CompletableFuture<Ahead> mine = new CompletableFuture<>();
    synchronized (running) {
      CompletableFuture<Ahead> theirs = running.get(key);
      if (theirs != null) {
        return new Begun(theirs, false);
      }
      if (running.size() == WAITING) {
        throw new PreviewBusy();
      }
      running.put(key, mine);
    }
    background.execute(() -> reckon(key, mine));
    return new Begun(mine, true);
  }

  private void reckon(Key key, CompletableFuture<Ahead> mine) {
    Instant begun = Instant.now();
    try {
      Ahead ahead = reckoning.ahead(key.companyId(), key.days());
      Instant now = Instant.now();
      synchronized (kept) {
        kept.put(key, new Kept(ahead, now, Duration.between(begun, now)));
      }
      end(key);
      mine.complete(ahead);
    } catch (RuntimeException | Error e) {
      end(key);
      mine.completeExceptionally(e);
    }
  }

  private void end(Key key) {
    synchronized (running) {
      running.remove(key);
    }
  }
}
