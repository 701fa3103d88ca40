package org.dunlin.work.debit;

import java.util.Map;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.work.dun.CompanyPlans;

/** Whether money is collected: by the customer's own word, else the plan's, else the company's. */
final class Choice {
  private final Map<String, Boolean> customers;
  private final Map<String, Boolean> byPlan;
  private final CompanyPlans plans;
  private final boolean otherwise;

  Choice(Stores stores, String companyId) {
    customers = stores.debits().settings().chosen(companyId, Kind.CUSTOMER);
    byPlan = stores.debits().settings().chosen(companyId, Kind.PLAN);
    plans = CompanyPlans.of(stores, companyId);
    otherwise = stores.debits().settings().of(companyId).collects();
  }

  boolean collects(Invoice invoice, Customer customer) {
    Boolean own = customers.get(customer.id());
    if (own != null) {
      return own;
    }
    return plans.of(invoice, customer).map(Plan::id).map(byPlan::get).orElse(otherwise);
  }
}
