package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.pay.Visit;

/**
 * Who has a page open: the customer of a link that counts.
 *
 * @param customerId whoever leads the customer of the link by now; the open invoices are theirs
 * @param linked the invoices that the link is for
 * @param today the company's business date
 */
public record Payer(
    Visit.Open visit, CompanyProfile profile, UUID customerId, List<UUID> linked, LocalDate today) {
  /** Who did what is done here, in the journal and beside what was said. */
  public static final String ACTOR = "payer";

  public Payer {
    linked = List.copyOf(linked);
  }

  /** Whoever made this visit. */
  public static Payer of(Stores stores, Visit.Open visit) {
    CompanyProfile profile = visit.profile();
    return new Payer(
        visit,
        profile,
        stores.customerLinks().leader(profile.id(), visit.customerId()),
        visit.link().invoiceIds().stream().map(UUID::fromString).toList(),
        stores.companies().businessDate(profile));
  }

  /** The company whose customer it is. */
  public String companyId() {
    return profile.id();
  }

  /** The link that was opened. */
  public UUID linkId() {
    return visit.linkId();
  }
}
