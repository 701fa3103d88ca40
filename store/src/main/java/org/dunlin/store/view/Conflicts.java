package org.dunlin.store.view;

import java.util.List;

/** Allocations of the hub that a later fact of the source contradicts. */
public final class Conflicts {
  private final AllocationLines allocations;

  Conflicts(AllocationLines allocations) {
    this.allocations = allocations;
  }

  /** The newest first. */
  public List<AllocationLine> newest(String companyId, int most) {
    return allocations.contradicted(companyId, most);
  }
}
