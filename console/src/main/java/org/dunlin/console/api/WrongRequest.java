package org.dunlin.console.api;

import java.util.List;
import org.dunlin.console.api.ProfileJson.FieldError;

/** A request that is not of the form that is asked for. */
final class WrongRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<FieldError> errors;

  WrongRequest(String sentence) {
    super(sentence);
    errors = List.of();
  }

  WrongRequest(List<FieldError> errors) {
    super("Some fields cannot be used; each says why.");
    this.errors = List.copyOf(errors);
  }

  List<FieldError> errors() {
    return errors;
  }
}
