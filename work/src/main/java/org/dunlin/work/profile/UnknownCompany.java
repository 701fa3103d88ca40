package org.dunlin.work.profile;

/** There is no such company. */
public final class UnknownCompany extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownCompany() {
    super("There is no such company.");
  }
}
