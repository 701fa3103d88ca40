package org.dunlin.store.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person is to a company: a set of rights that belong together. */
public enum Role {
  /** Sets the hub up and may do everything. */
  ADMIN(EnumSet.allOf(Right.class)),
  /** Brings the money in. */
  CONTROLLER(
      EnumSet.of(
          Right.SEE,
          Right.UPLOAD,
          Right.DECIDE,
          Right.AGREE,
          Right.PLAN,
          Right.COLLECT,
          Right.EXPORT)),
  /** Finds out why something was or was not done, and has it done again. */
  SUPPORTER(EnumSet.of(Right.SEE, Right.SEE_RAW, Right.UPLOAD, Right.OPERATE)),
  /** Looks. */
  VIEWER(EnumSet.of(Right.SEE));

  private final Set<Right> rights;

  Role(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  /** What it allows. */
  public Set<Right> rights() {
    return rights;
  }
}
