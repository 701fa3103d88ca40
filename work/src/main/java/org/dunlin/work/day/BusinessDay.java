package org.dunlin.work.day;

import java.time.LocalDate;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.tieout.CheckTieOut;

/** A company's business day, where it is a value that demo and tests advance. */
public final class BusinessDay {
  private final Stores stores;

  /** Over these stores. */
  public BusinessDay(Stores stores) {
    this.stores = stores;
  }

  /**
   * Whether all work of the day is done: nothing waits, no program is to be asked, and dunning has
   * decided over the day.
   */
  public boolean drained(String companyId) {
    return !stores.backlogs().anything(companyId) // which is asked often, and says so mostly
        && stores.transactions().at(() -> rests(companyId)); // what moves on is in neither place
  }

  private boolean rests(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    return stores.backlogs().of(companyId).empty()
        && !stores.programs().linked().busy(companyId)
        && stores.companies().dunnedOn(companyId, today);
  }

  /** Makes this the company's day. */
  public void begin(String companyId, LocalDate date) {
    stores.transactions().run(() -> stores.companies().setBusinessDate(companyId, date));
    stores.wakeups().wake(Stage.DUN);
    new CheckTieOut(stores).newDay(companyId);
  }
}
