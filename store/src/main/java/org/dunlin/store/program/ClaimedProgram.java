package org.dunlin.store.program;

import org.dunlin.store.lease.Lease;

/** A connection together with the lease under which its program is asked. */
public record ClaimedProgram(LinkedProgram linked, Lease lease) {
  /** Whose connection it is. */
  public String companyId() {
    return linked.companyId();
  }

  /** Which connection it is. */
  public String connectionId() {
    return linked.connectionId();
  }
}
