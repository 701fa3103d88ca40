package org.dunlin.work.payer;

import java.time.LocalDate;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.payer.PayerRules;

/** A person says what customers may do on their page by themselves. */
public final class ChangePayerRules {
  private final Stores stores;

  /** Over these stores. */
  public ChangePayerRules(Stores stores) {
    this.stores = stores;
  }

  /**
   * Says it; what was promised or agreed to already stays.
   *
   * @param promiseDays from 0 to {@link PayerRules#MOST_DAYS}; 0: no day can be promised there
   * @param agreesAtOnce whether instalments within the company's rules need no person's answer
   */
  public void change(String companyId, int promiseDays, boolean agreesAtOnce, String by) {
    PayerRules rules = new PayerRules(promiseDays, agreesAtOnce);
    stores
        .transactions()
        .run(
            () -> {
              LocalDate today =
                  stores.companies().businessDate(stores.companies().profile(companyId));
              stores.payer().rules().put(companyId, rules);
              String sentence =
                  "a day may be promised at most %d days away; instalments within the rules %s"
                      .formatted(
                          promiseDays,
                          agreesAtOnce ? "are agreed to at once" : "wait for a person");
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "company", companyId, "PAYER_RULES_CHANGED", by, today, sentence));
            });
  }
}
