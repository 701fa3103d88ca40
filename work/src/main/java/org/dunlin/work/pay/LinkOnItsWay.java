package org.dunlin.work.pay;

/** The provider is being asked for the link that a message is to have; it is there in a moment. */
public final class LinkOnItsWay extends RuntimeException {
  private static final long serialVersionUID = 1;

  LinkOnItsWay() {
    super("The payment link is being made at the provider.");
  }
}
