package org.dunlin.sandbox.program.mollie;

import org.jspecify.annotations.Nullable;

/** A request that Mollie refuses, naming the field where one is to blame. */
final class MollieFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String field;

  MollieFault(int status, String detail, @Nullable String field) {
    super(detail);
    this.status = status;
    this.field = field;
  }

  static MollieFault unprocessable(String detail, @Nullable String field) {
    return new MollieFault(422, detail, field);
  }

  static MollieFault missing(String field) {
    return unprocessable("The '" + field + "' field is missing", field);
  }

  static MollieFault noSuch(String what, String id) {
    return new MollieFault(404, "No " + what + " exists with token " + id + ".", null);
  }

  int status() {
    return status;
  }

  @Nullable String field() {
    return field;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
