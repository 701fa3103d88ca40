package org.dunlin.core.json;

import org.dunlin.core.model.Problem;

/** Problems. */
final class ProblemJson {
  private ProblemJson() {}

  static Problem problem(Fields fields) {
    return new Problem(
        fields.text("source"),
        fields.optionalText("position"),
        fields.text("code"),
        fields.text("message"));
  }

  static void write(Problem problem, ObjectOut out) {
    out.text("source", problem.source());
    out.text("position", problem.position());
    out.text("code", problem.code());
    out.text("message", problem.message());
  }
}
