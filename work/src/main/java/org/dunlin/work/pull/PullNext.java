package org.dunlin.work.pull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.authorise.OAuth;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Away;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.program.ClaimedProgram;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.hook.Subscribe;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StreamRows;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.tieout.TieOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the connection that is due longest a few pages further. A connection is asked by one worker
 * at a time and goes behind the others after each step, so that a huge one delays nobody; those
 * that did not answer the last time share a quarter of the places, so that hanging ones do not,
 * either.
 */
public final class PullNext {
  private static final Logger LOG = LoggerFactory.getLogger(PullNext.class);
  private static final int PAGES = 4;
  private static final int OBJECTS = 40;
  private static final Duration BROKEN = Duration.ofMinutes(5);
  private static final Duration REST = Duration.ofHours(1);

  private final Stores stores;
  private final Links links;
  private final StreamRows rows;
  private final Subscribe subscribe;
  private final PullPages pages;
  private final FetchWanted wanted;
  private final TieOut tieOut;
  private final Checkpoint checkpoint;
  private final Semaphore placesOfSilent;

  /**
   * Over these stores.
   *
   * @param workers how many may ask at once in this process
   */
  public PullNext(
      Stores stores,
      Links links,
      AskProgram askProgram,
      Allowance allowance,
      AcceptPage acceptPage,
      Subscribe subscribe,
      MissingAtSource ledger,
      Checkpoint checkpoint,
      Clock clock,
      int workers) {
    this.stores = stores;
    this.links = links;
    this.rows = new StreamRows(stores);
    this.subscribe = subscribe;
    Sweeps sweeps = new Sweeps(stores, ledger);
    TakePage takePage = new TakePage(stores, acceptPage, sweeps, allowance, clock);
    this.pages = new PullPages(stores, askProgram, acceptPage, takePage, checkpoint, clock);
    this.wanted =
        new FetchWanted(
            stores,
            askProgram,
            acceptPage,
            sweeps,
            new InvoiceDocuments(stores, askProgram, clock),
            checkpoint);
    this.tieOut = new TieOut(stores, askProgram, clock);
    this.checkpoint = checkpoint;
    this.placesOfSilent = new Semaphore(Math.max(1, workers / 4));
  }

  /** Takes a connection a step further; false when none is due. */
  public boolean next() {
    boolean place = placesOfSilent.tryAcquire();
    Optional<ClaimedProgram> claimed =
        stores.transactions().in(() -> stores.programs().linked().claim(place));
    boolean keeps = place && claimed.filter(each -> each.linked().silences() > 0).isPresent();
    if (place && !keeps) {
      placesOfSilent.release();
    }
    try {
      claimed.ifPresent(this::keep);
    } finally {
      if (keeps) {
        placesOfSilent.release();
      }
    }
    return claimed.isPresent();
  }

  private void keep(ClaimedProgram claimed) {
    stores.wakeups().wake(Stage.PULL); // where one is due, others may be
    checkpoint.reached(Step.PULL_CLAIMED);
    stores
        .leases()
        .keepConnection(
            claimed.companyId(), claimed.connectionId(), claimed.lease(), () -> step(claimed));
    stores.wakeups().wake(Stage.MATCH); // it may have waited for the end
  }

  private void step(ClaimedProgram claimed) {
    try {
      go(claimed);
      stores.transactions().run(() -> stores.programs().linked().release(claimed));
    } catch (LeaseLost e) {
      LOG.warn("{}; what this process read of it is dropped", e.getMessage());
    } catch (Collision e) {
      LOG.warn("pulling {} met another who changes the same; it goes on", claimed.connectionId());
      release(claimed);
    } catch (Unlinked e) {
      brokeOff(claimed, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (Away.says(e)) {
        LOG.warn("the database was away while {} was pulled; it goes on", claimed.connectionId());
        release(claimed);
      } else {
        LOG.error("pulling {} broke off", claimed.connectionId(), e);
        brokeOff(claimed, "It broke off: " + e.getClass().getSimpleName());
      }
    }
  }

  private void release(ClaimedProgram claimed) {
    try {
      stores.transactions().run(() -> stores.programs().linked().release(claimed));
    } catch (LeaseLost | Collision e) {
      LOG.debug("{}", e.getMessage()); // the lease ends by itself
    }
  }

  private void go(ClaimedProgram claimed) {
    Link link = links.open(claimed.companyId(), claimed.connectionId());
    if (link.connection().paused()) {
      return;
    }
    rows.prepare(link);
    if (leadsNowhere(link)) {
      stores.programs().streams().of(claimed.companyId(), claimed.connectionId()).stream()
          .filter(StreamState::due)
          .forEach(state -> letRest(claimed, state));
      return;
    }
    subscribe.care(link);
    boolean goOn = true;
    for (int turn = 0; turn < PAGES && goOn; turn++) {
      List<StreamState> states =
          stores.programs().streams().of(claimed.companyId(), claimed.connectionId());
      NextStream.leftOver(link, states).forEach(state -> letRest(claimed, state));
      Optional<StreamState> next = NextStream.of(link, states);
      goOn = next.isPresent() && further(claimed, link, next.get(), states);
    }
  }

  private boolean further(
      ClaimedProgram claimed, Link link, StreamState next, List<StreamState> states) {
    return switch (next.reading()) {
      case WANTED -> wanted.fetch(claimed, link, states, OBJECTS);
      case POLL, SWEEP -> pages.read(claimed, link, next);
      case TOTALS -> tieOut.step(claimed, link, next, states);
    };
  }

  /** Whether it is yet to be chosen which of the books behind the access is meant. */
  private static boolean leadsNowhere(Link link) {
    return link.manifest().authorisation() instanceof Authorisation.OAuth2
        && OAuth.of(link.program())
            .identifies()
            .filter(setting -> link.facts().value("settings." + setting).isEmpty())
            .isPresent();
  }

  /** The folder may bring the stream back, or it is read once; until then it keeps nothing due. */
  private void letRest(ClaimedProgram claimed, StreamState state) {
    Key key = new Key(claimed.companyId(), claimed.connectionId(), state.stream(), state.reading());
    stores.transactions().run(() -> stores.programs().streams().later(key, REST));
  }

  /**
   * What is due is not asked for a while, unless a person says so; the next look may find it
   * mended. It is a failure of the hub's own, and no limit that the program has set.
   */
  private void brokeOff(ClaimedProgram claimed, String sentence) {
    stores.flows().failed(claimed.companyId(), claimed.connectionId(), "pull", sentence);
    try {
      stores
          .transactions()
          .run(
              () -> {
                stores.programs().linked().held(claimed);
                stores
                    .programs()
                    .streams()
                    .dueFailed(claimed.companyId(), claimed.connectionId(), sentence, BROKEN);
                stores.programs().linked().release(claimed);
              });
    } catch (LeaseLost e) {
      LOG.debug("{}", e.getMessage());
    }
  }
}
