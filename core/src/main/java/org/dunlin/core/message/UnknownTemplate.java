package org.dunlin.core.message;

/** A plan names a wording that the hub does not have. */
public final class UnknownTemplate extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownTemplate(String template) {
    super(
        "there is no template "
            + OneLine.of(template)
            + "; the plan may name one of "
            + String.join(", ", Reminders.templates()));
  }
}
