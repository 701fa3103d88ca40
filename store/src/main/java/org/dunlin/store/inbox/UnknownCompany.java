package org.dunlin.store.inbox;

/** Something came in for a company that the hub has not. */
public final class UnknownCompany extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownCompany(String companyId) {
    super(
        "There is no company "
            + companyId
            + " in this hub, so nothing can come in for it. Add the company first.");
  }
}
