package org.dunlin.work.hook;

import java.util.Optional;

/** How programs reach the hooks of this hub. */
@FunctionalInterface
public interface HookAddress {
  /** Nobody outside reaches it. */
  HookAddress NONE = (companyId, connectionId, secret) -> Optional.empty();

  /** The address of a hook; empty where nobody outside reaches this hub. */
  Optional<String> of(String companyId, String connectionId, String secret);
}
