package org.dunlin.core.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used, with all that is wrong with it. */
public final class WrongProfile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ProfileError> errors;

  /** For these reasons, of which there is at least one. */
  public WrongProfile(List<ProfileError> errors) {
    super(
        errors.stream()
            .map(error -> error.field().key() + ": " + error.sentence())
            .collect(Collectors.joining(" ")));
    this.errors = List.copyOf(errors);
  }

  /** For one reason. */
  public WrongProfile(ProfileField field, Fault fault, String... about) {
    this(List.of(ProfileError.of(field, fault, about)));
  }

  /** What is wrong, by field. */
  public List<ProfileError> errors() {
    return errors;
  }
}
