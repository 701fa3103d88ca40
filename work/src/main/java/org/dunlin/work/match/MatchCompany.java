package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.Claims;
import org.dunlin.work.CompanyWork;
import org.dunlin.work.StatusMessages;

/** Allocates one company's unallocated payments and open credit notes. */
public final class MatchCompany {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final CompanyWork companyWork;
  private final StatusMessages statusMessages;
  private final Checkpoint checkpoint;

  /** Over these stores. */
  public MatchCompany(Stores stores, Checkpoint checkpoint) {
    this.stores = stores;
    this.companyWork = new CompanyWork(stores);
    this.statusMessages = new StatusMessages(stores);
    this.checkpoint = checkpoint;
  }

  /** Matches every company for which something changed; true when there was one. */
  public boolean next() {
    boolean worked = false;
    for (String companyId : stores.companies().ids()) {
      if (!stores.companies().workDue(companyId, WorkDue.MATCH).isEmpty()) {
        worked |= companyWork.run(companyId, WorkDue.MATCH, this::match);
      }
    }
    if (worked) {
      stores.wakeups().wake(Stage.DUN);
      stores.wakeups().wake(Stage.DELIVER);
    }
    return worked;
  }

  private void match(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    Matcher matcher = new Matcher(OpenItems.of(stores, profile));
    stores.awaitedInvoices().endArrived(companyId);
    stores.allocations().clearSuggestions(companyId);
    Set<UUID> settled = new LinkedHashSet<>();
    record(companyId, matcher.credits(), today, settled);
    OpenItems.eachPayment(
        stores, companyId, payments -> record(companyId, matcher.next(payments), today, settled));
    settled.addAll(new Returns(stores, companyId, today).undo());
    settled.forEach(invoiceId -> statusMessages.add(profile, invoiceId, today));
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
    checkpoint.reached(Step.MATCH_RECORDED);
  }

  private void record(
      String companyId, List<Allocation> lines, LocalDate today, Set<UUID> settled) {
    Claims claims = new Claims(stores, companyId);
    for (Allocation line : lines) {
      if (line.decision() != Decision.AUTOMATIC) {
        stores.allocations().add(companyId, line, ACTOR, today);
      } else if (claims.raise(line)) {
        stores.allocations().add(companyId, line, ACTOR, today);
        note(companyId, line, today);
        settled.add(UUID.fromString(line.invoiceId()));
      }
    }
  }

  private void note(String companyId, Allocation line, LocalDate today) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                ACTOR,
                "invoice",
                line.invoiceId(),
                "ALLOCATED",
                String.join("; ", line.evidence()),
                null,
                line,
                null));
  }
}
