package org.dunlin.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Flows;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.lease.LeaseLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work over one company as a whole, under its lease: what is due is noted before the facts are
 * read, so that whatever comes in meanwhile is due again.
 */
public final class CompanyWork {
  private static final Logger LOG = LoggerFactory.getLogger(CompanyWork.class);

  /** Who was in the way will have gone on by then. */
  private static final Duration SOON = Duration.ofMillis(100);

  private final Stores stores;

  /** Over these stores. */
  public CompanyWork(Stores stores) {
    this.stores = stores;
  }

  /**
   * Does the work in one transaction that ends with the notes removed and the lease given back;
   * false when another process holds the company or the work broke off.
   */
  public boolean run(String companyId, WorkDue stage, Consumer<String> work) {
    return run(companyId, stage, List.of(work));
  }

  /**
   * The same in several transactions, one a part, so that what a part locks is free again before
   * the next; what is due is done only with the last.
   */
  public boolean run(String companyId, WorkDue stage, List<Consumer<String>> parts) {
    Optional<Lease> lease = stores.transactions().in(() -> stores.leases().claimCompany(companyId));
    if (lease.isEmpty()) {
      return false; // who holds it wakes the others at its end
    }
    String flow = stage.name().toLowerCase(java.util.Locale.ROOT);
    try {
      stores
          .leases()
          .keepCompany(companyId, lease.get(), () -> once(companyId, stage, lease.get(), parts));
      stores.flows().succeeded(companyId, Flows.ALL, flow);
      for (WorkDue each : WorkDue.values()) {
        if (each != stage) {
          stores.wakeups().wake(each.stage()); // it may have found the company held
        }
      }
      return true;
    } catch (LeaseLost e) {
      LOG.warn("{}; what this process made of it is dropped", e.getMessage());
      return false;
    } catch (Collision e) {
      LOG.debug("{} of company {} waited for others in a circle", flow, companyId, e);
      stores.leases().abandonCompany(companyId, lease.get()); // what is due still is
      stores.wakeups().wakeAfter(SOON, stage.stage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("{} of company {} broke off", flow, companyId, e);
      stores.leases().abandonCompany(companyId, lease.get());
      stores.flows().failed(companyId, Flows.ALL, flow, "It broke off: " + e);
      return false;
    }
  }

  private void once(String companyId, WorkDue stage, Lease lease, List<Consumer<String>> parts) {
    List<UUID> due = stores.companies().workDue(companyId, stage);
    for (Consumer<String> part : parts.subList(0, parts.size() - 1)) {
      stores
          .transactions()
          .run(
              () -> {
                part.accept(companyId);
                stores.leases().holdCompany(companyId, lease);
              });
    }
    stores
        .transactions()
        .run(
            () -> {
              parts.getLast().accept(companyId);
              stores.companies().doneWork(companyId, due);
              stores.leases().releaseCompany(companyId, lease);
            });
  }
}
