package org.dunlin.core.dunning;

import org.dunlin.core.model.Customer;

/**
 * An open invoice with who owes it and the plan by which it is dunned.
 *
 * @param planGone whether it names a plan that is not there any more
 */
record Owed(OpenInvoice invoice, Customer customer, Plan plan, boolean planGone) {
  Owed with(OpenInvoice now) {
    return new Owed(now, customer, plan, planGone);
  }
}
