package org.dunlin.core.dunning;

import org.dunlin.core.model.Problem;

/** A place in a file of plans: its line, counted from 1, and the plan and step it belongs to. */
record PlanPlace(String source, int line, String inside) {
  static PlanPlace file(String source) {
    return new PlanPlace(source, 1, "");
  }

  PlanPlace at(int otherLine) {
    return new PlanPlace(source, otherLine, inside);
  }

  PlanPlace in(String what) {
    return new PlanPlace(source, line, inside.isEmpty() ? what : inside + ", " + what);
  }

  PlanRefused refused(String code, String message) {
    String position = "line " + line + (inside.isEmpty() ? "" : ", " + inside);
    return new PlanRefused(new Problem(source, position, code, message));
  }
}
