package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;

/**
 * Takes an allocation of the hub back: no rule makes it again, and a program that was to be told
 * and has not been told is not. What a program has booked is taken back in the program.
 */
public final class UndoAllocation {
  private final Stores stores;
  private final TellPrograms told;

  /** Over these stores, with programs that are told as far as they are able. */
  public UndoAllocation(Stores stores, Abilities abilities) {
    this.stores = stores;
    told = new TellPrograms(stores, abilities);
  }

  /** False when there is no such allocation of the hub's own, or it was undone before. */
  public boolean undo(String companyId, UUID allocationId, String by) {
    return undo(companyId, List.of(allocationId), by).isEmpty();
  }

  /**
   * Undoes all of them, or none.
   *
   * @return the first that is no allocation of the hub's own, or was undone before
   */
  public Optional<UUID> undo(String companyId, Collection<UUID> allocationIds, String by) {
    // In this order, so that two people never wait for each other.
    Set<UUID> ids = new TreeSet<>(allocationIds);
    Optional<UUID> other =
        stores
            .transactions()
            .in(
                () -> {
                  Map<UUID, Stored> lines = new LinkedHashMap<>();
                  for (UUID id : ids) {
                    stores
                        .allocations()
                        .lockApplied(companyId, id)
                        .ifPresent(stored -> lines.put(id, stored));
                  }
                  if (lines.size() == ids.size()) {
                    lines.forEach((id, line) -> undoNow(companyId, id, line.allocation(), by));
                  }
                  return ids.stream().filter(id -> !lines.containsKey(id)).findFirst();
                });
    stores.wakeups().wake(Stage.MATCH);
    return other;
  }

  private void undoNow(String companyId, UUID allocationId, Allocation line, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    UUID invoice = UUID.fromString(line.invoiceId());
    String settledBy = line.paymentId() == null ? line.creditNoteId() : line.paymentId();
    new Claims(stores, companyId).giveBack(line);
    new Adjusting(stores, companyId, by, today).takeBack(allocationId);
    stores.refusals().add(companyId, UUID.fromString(String.valueOf(settledBy)), invoice, by);
    // As a suggestion it goes with the next that are made, and the refusal keeps it from those.
    stores.allocations().decide(companyId, allocationId, Decision.SUGGESTED, by);
    told.withdraw(companyId, allocationId, by + " has taken the allocation back.");
    told.standing(profile, invoice, today);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                by,
                "invoice",
                line.invoiceId(),
                "ALLOCATION_UNDONE",
                null,
                line,
                null,
                null));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }
}
