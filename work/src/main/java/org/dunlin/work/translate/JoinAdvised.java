package org.dunlin.work.translate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.StatedEntries;
import org.dunlin.store.ledger.StatedEntries.Entry;
import org.dunlin.store.ledger.StatedEntries.Explained;
import org.dunlin.store.ledger.StatedEntries.Pair;

/**
 * Joins what banks told of entries to the entries of their statements, once a delivery that brought
 * either is read: over all that is there of the account, so that it does not matter which came
 * first.
 */
final class JoinAdvised {
  /** So far the days may lie apart on which two messages say that one entry was booked. */
  static final int MOST_DAYS = 5;

  /** What lies further back is joined by what came with it, or never. */
  private static final int DAYS_BACK = 40;

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

  private void join(String account, LocalDate since) {
    StatedEntries stated = context.stores().statedEntries();
    String company = context.origin().companyId();
    stated.lock(company, account);
    List<Pair> possible = stated.possible(company, account, since.minusDays(DAYS_BACK), MOST_DAYS);
    BestPairs.of(possible).forEach(pair -> stated.state(company, pair));
    for (Explained explained : stated.explained(company, account)) {
      explain(stated, explained);
    }
  }

  private void explain(StatedEntries stated, Explained explained) {
    String company = context.origin().companyId();
    Entry entry = stated.lock(company, explained.paymentId()).orElseThrow();
    boolean done = true;
    if (explained.adds() && !entry.opened() && !entry.erased()) {
      if (explained.parts() > 1) {
        done = new OpenEntry(context, stated, explained, entry).open();
      } else {
        Payment told = stated.parts(company, explained.advisedId(), 1, 1).getFirst().said();
        if (Explaining.isBare(entry.payment())) {
          stated.enrich(company, Explaining.enriched(entry.payment(), told));
        }
      }
    }
    if (done) {
      stated.dropParts(company, explained.advisedId());
    }
  }
}
