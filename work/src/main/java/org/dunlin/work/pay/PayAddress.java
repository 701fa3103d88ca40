package org.dunlin.work.pay;

import java.util.Optional;

/** How payers reach the pages of this hub. */
@FunctionalInterface
public interface PayAddress {
  /** Nobody outside reaches it. */
  PayAddress NONE = token -> Optional.empty();

  /** The address of the page that a token opens; empty where nobody outside reaches this hub. */
  Optional<String> of(String token);
}
