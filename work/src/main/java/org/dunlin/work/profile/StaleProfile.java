package org.dunlin.work.profile;

/** The profile was changed since it was read. */
public final class StaleProfile extends RuntimeException {
  private static final long serialVersionUID = 1;

  StaleProfile() {
    super(
        "Somebody has changed this profile since you read it. Read it again and repeat your"
            + " change.");
  }
}
