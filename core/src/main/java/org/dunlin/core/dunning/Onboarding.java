package org.dunlin.core.dunning;

/**
 * How invoices enter that were overdue before the plan began. They begin with the step that is
 * named, never with one before the due date.
 *
 * @param enterAt the id of a step; {@link #FIRST} where no step has it: the first that still holds
 * @param perDay how many invoices at most enter on a day, oldest due date first
 */
public record Onboarding(String enterAt, int perDay) {
  /** The word for the first step, whatever it is called. */
  public static final String FIRST = "first";

  public Onboarding {
    if (perDay < 1) {
      throw new IllegalArgumentException("at least one invoice a day enters");
    }
  }
}
