package org.dunlin.work.translate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OpenedEntries.Entry;
import org.dunlin.store.ledger.StatedEntries;
import org.dunlin.store.ledger.StatedEntries.Explained;

/**
 * Joins what banks told of entries to the entries of their statements, once a delivery that brought
 * either is read: over all that is there of the account, so that it does not matter which came
 * first.
 */
final class JoinAdvised {
  /** What lies further back is joined by what came with it, or never. */
  private static final int DAYS_BACK = 40;

  /** Entries that are in memory at one time. */
  private static final int PAGE = 500;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Context context;
  private final Map<String, LocalDate> accounts = new TreeMap<>();

  JoinAdvised(Context context) {
    this.context = context;
  }

  /** Notes that something was booked on an account. */
  void saw(AccountId account, LocalDate day) {
    accounts.merge(account.key(), day, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Joins what can be joined. */
  void join() {
    accounts.forEach(this::join); // in one order, so that two never wait for each other
  }

  private void join(String account, LocalDate first) {
    StatedEntries stated = context.stores().statedEntries();
    String company = context.origin().companyId();
    LocalDate since = first.minusDays(DAYS_BACK);
    stated.lock(company, account);
    stated.stateByName(company, account, since);
    BestPairs.of(stated.possible(company, account, since, AdvisedEntry.MOST_DAYS))
        .forEach(pair -> stated.state(company, pair));
    stated.dropUseless(company, account);
    UUID after = BEFORE_ALL;
    List<Explained> page;
    do {
      page = stated.explained(company, account, after, PAGE);
      for (Explained explained : page) {
        explain(explained);
        after = explained.advisedId();
      }
    } while (page.size() == PAGE);
  }

  private void explain(Explained explained) {
    OpenedEntries entries = context.stores().openedEntries();
    String company = context.origin().companyId();
    Entry entry = entries.lock(company, explained.paymentId()).orElseThrow();
    boolean done = true;
    if (explained.adds() && !entry.opened() && !entry.erased()) {
      if (explained.parts() > 1) {
        done = new OpenEntry(context, entries, explained, entry).open();
      } else if (entry.payment().isBare()) {
        Payment told = entries.parts(company, explained.advisedId(), 1, 1).getFirst().said();
        entries.enrich(company, Explaining.enriched(entry.payment(), told));
      }
    }
    if (done) {
      entries.dropParts(company, explained.advisedId());
    }
  }
}
