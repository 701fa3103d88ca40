package org.dunlin.store.company;

import java.time.LocalDate;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.jspecify.annotations.Nullable;

/**
 * A company as the hub keeps it.
 *
 * @param mode how far it is switched on; decided here, whatever its record said when it was made
 * @param replyTo where its customers' answers go
 * @param testMailbox where every message goes in TEST mode
 * @param setBusinessDate a business date that is a value; null: today in the company's zone
 */
public record CompanyProfile(
    Company company,
    DunningMode mode,
    String replyTo,
    @Nullable String testMailbox,
    @Nullable LocalDate setBusinessDate) {

  /** The company's id. */
  public String id() {
    return company.id();
  }
}
