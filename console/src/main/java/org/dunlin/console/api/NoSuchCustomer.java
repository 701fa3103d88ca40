package org.dunlin.console.api;

/** There is no such customer in the company, or no such company; which of the two is not said. */
final class NoSuchCustomer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchCustomer() {
    super(null, null, false, false);
  }
}
