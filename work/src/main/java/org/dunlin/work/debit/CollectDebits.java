package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.Debit;
import org.dunlin.work.dun.SourceHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects for every company: what banks refused is seen to at once; once a business day, after
 * dunning has decided over it, mandates lapse, what is not to be collected any more is withdrawn,
 * files are drawn up, and what is due soon is announced.
 */
public final class CollectDebits {
  /** The flow that says whether a company could collect. */
  public static final String FLOW = "collect";

  private static final Logger LOG = LoggerFactory.getLogger(CollectDebits.class);

  private final Stores stores;
  private final SourceHolds sources;

  /**
   * Over these stores.
   *
   * @param sources what is asked whether the programs of the invoices were read lately
   */
  public CollectDebits(Stores stores, SourceHolds sources) {
    this.stores = stores;
    this.sources = sources;
  }

  /** Does what is due of all companies; true when there was something. */
  public boolean next() {
    boolean worked = false;
    if (stores.settings().restored().isEmpty()) { // else the hub before may have announced it
      for (String companyId : stores.companies().ids()) {
        worked |= tried(companyId);
      }
    }
    if (worked) {
      stores.wakeups().wake(Stage.DELIVER);
    }
    return worked;
  }

  /** What is wrong with one company must not keep the others from their turn. */
  private boolean tried(String companyId) {
    Optional<DebitConnection> connection = Optional.empty();
    try {
      connection = DebitConnection.of(stores, companyId);
      Optional<DebitConnection> road = connection;
      return stores.transactions().in(() -> collect(companyId, road));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.debug("nothing is collected for {}", companyId, e);
      connection.ifPresent(
          road ->
              stores
                  .flows()
                  .failed(companyId, road.connection().id(), FLOW, String.valueOf(e.getMessage())));
      return false;
    }
  }

  private boolean collect(String companyId, Optional<DebitConnection> connection) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    boolean ready = Readiness.of(stores, profile) == Readiness.READY;
    List<Debit> refused = stores.debits().debits().follow(companyId);
    // All at once and in one order, so that no payer and this wait for each other in a circle.
    stores
        .pay()
        .checkouts()
        .hold(companyId, refused.stream().map(Debit::invoiceId).distinct().toList());
    boolean turn =
        connection.isPresent()
            && stores.companies().dunnedOn(companyId, today)
            && stores.outgoingLines().begin(companyId, connection.get().connection().id(), today);
    if (refused.isEmpty() && !turn) {
      return false;
    }
    OpenDebts debts = new OpenDebts(stores, profile, today, sources);
    FollowUp followUp = new FollowUp(stores, companyId, today);
    refused.forEach(
        debit ->
            followUp.of(
                debit,
                again ->
                    ready
                        && connection.isPresent()
                        && new Announce(stores, profile, connection.get(), debts, today)
                            .again(again)));
    int done = refused.size();
    if (turn) {
      new MandateMoves(stores).lapse(companyId, today);
      new WatchSubmitted(stores, companyId, today)
          .look(new CheckDebits(stores, companyId, debts, today));
      DebitConnection road = connection.orElseThrow();
      if (ready) {
        done += new DrawUpFile(stores, profile, road, debts, today).draw() ? 1 : 0;
        done += new Announce(stores, profile, road, debts, today).due();
      }
      stores.flows().succeeded(companyId, road.connection().id(), FLOW);
    }
    return done > 0;
  }
}
