package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Hold;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/**
 * Of which open invoices it is in doubt whether they are to be paid at all: for who is not reminded
 * for that reason is not debited either.
 *
 * @param held invoices that money which is here or on its way could settle, or of which another
 *     source says otherwise
 * @param unread invoices whose program was not read for too long
 * @param covered whether every account is covered by statements up to the last banking day
 */
public record Doubts(Set<UUID> held, Set<UUID> unread, boolean covered) {
  public Doubts {
    held = Set.copyOf(held);
    unread = Set.copyOf(unread);
  }

  /** All that there are of a company now. */
  public static Doubts of(
      Stores stores,
      CompanyProfile profile,
      LocalDate today,
      SourceHolds sources,
      Collection<OpenDocument> open) {
    Map<String, LocalDate> covered =
        Coverage.coveredTo(stores.statements().byAccount(profile.id()));
    Set<UUID> held = new HashSet<>();
    for (Hold hold : UndecidedHolds.of(stores, profile, today, covered)) {
      String invoice = hold.invoiceId();
      if (invoice != null) {
        held.add(UUID.fromString(invoice));
      }
    }
    SourceHolds.Known known = sources.known(profile.id());
    held.addAll(known.inDoubt());
    List<AccountId> accounts = profile.company().accounts();
    return new Doubts(
        held,
        known.unread(open),
        !accounts.isEmpty() && Coverage.missing(accounts, covered, today).isEmpty());
  }
}
