package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Applies a delivery as it would be applied, and undoes all of it: what is said of it is what would
 * become of it, down to what the ledger itself refuses. Whoever writes goes first: as soon as
 * somebody waits for what it holds it lets all of it go and begins anew, a few times.
 */
public final class TryDelivery {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_ENDS = 5;

  /** How often it looks whether somebody waits. */
  private static final Duration EVERY = Duration.ofMillis(250);

  /** How long it waits for others itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Stores stores;
  private final Abilities abilities;
  private final Duration every;
  private final Duration patience;

  /** Over these stores. */
  public TryDelivery(Stores stores, Abilities abilities) {
    this(stores, abilities, EVERY, PATIENCE);
  }

  TryDelivery(Stores stores, Abilities abilities, Duration every, Duration patience) {
    this.stores = stores;
    this.abilities = abilities;
    this.every = every;
    this.patience = patience;
  }

  /**
   * What would become of the delivery if this read it.
   *
   * @throws BooksInUse when others wrote the same records each time that it was tried
   */
  public Tried tried(Delivery delivery, Translator translator) {
    for (int ended = 1; ; ended++) {
      try {
        stores.transactions().run(() -> apply(delivery, translator));
      } catch (Undone undone) {
        return undone.tried;
      } catch (Collision | GaveWay others) {
        if (ended == MOST_ENDS) {
          throw new BooksInUse();
        }
      }
    }
  }

  /** Ends with {@link Undone}, so that nothing stays. */
  private void apply(Delivery delivery, Translator translator) {
    stores.transactions().waitAtMost(patience);
    stores.erasures().useBooks(delivery.companyId());
    stores.problems().clear(delivery.companyId(), delivery.id());
    ScratchFiles scratch = new ScratchFiles();
    Outcome outcome =
        new Outcome(new LedgerWriter(stores, delivery, today(delivery), abilities, scratch));
    @Nullable Problem whole = null;
    try (scratch;
        InputStream stream = stores.rawContent().read(delivery)) {
      translator.translate(stream, delivery.name(), outcome);
      outcome.ledger.end();
    } catch (Untranslatable refused) {
      whole = refused.problem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Problem> problems =
        stores.problems().of(delivery.companyId(), delivery.id(), delivery.name());
    throw new Undone(new Tried(outcome.sums, outcome.events, outcome.changes, problems, whole));
  }

  private LocalDate today(Delivery delivery) {
    return stores.companies().businessDate(stores.companies().profile(delivery.companyId()));
  }

  /** Counts what goes on to the ledger, and what becomes of it there. */
  private final class Outcome implements RecordSink {
    private final LedgerWriter ledger;
    private final FileSums sums = new FileSums();
    private final Map<String, Integer> events = new HashMap<>();
    private final List<Tried.Change> changes = new ArrayList<>();
    private long looked = System.nanoTime();

    Outcome(LedgerWriter ledger) {
      this.ledger = ledger;
      ledger.watch(this::happened);
    }

    private void giveWay() {
      if (System.nanoTime() - looked >= every.toNanos()) {
        if (stores.transactions().holdUpOthers()) {
          throw new GaveWay();
        }
        looked = System.nanoTime();
      }
    }

    private void happened(Happening happening) {
      giveWay();
      events.merge(happening.event(), 1, Integer::sum);
      CanonicalRecord before = happening.before();
      CanonicalRecord after = happening.after();
      if (before != null && after != null && changes.size() < MOST_CHANGES) {
        changes.add(new Tried.Change(before, after));
      }
    }

    @Override
    public void accept(CanonicalRecord record) {
      giveWay();
      sums.accept(record);
      ledger.accept(record);
    }

    @Override
    public void namedByBank() {
      ledger.namedByBank();
    }

    @Override
    public Scratch scratch() {
      return ledger.scratch();
    }
  }

  /** Undoes the transaction, since somebody waits for it. */
  private static final class GaveWay extends RuntimeException {
    private static final long serialVersionUID = 1;

    GaveWay() {
      super(null, null, false, false);
    }
  }

  /** Undoes the transaction, and carries out of it what it was for. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Tried tried;

    Undone(Tried tried) {
      super(null, null, false, false);
      this.tried = tried;
    }
  }
}
