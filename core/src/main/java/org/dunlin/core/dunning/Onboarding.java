package org.dunlin.core.dunning;

/**
 * How invoices enter that were overdue for long before the plan saw them. They begin with the first
 * step that still holds for them; a step before the due date never does.
 *
 * @param perDay how many customers at most enter on a day, oldest due date first
 */
public record Onboarding(EnterAt enterAt, int perDay) {
  /** The step with which such an invoice begins. */
  public enum EnterAt {
    FIRST
  }

  public Onboarding {
    if (perDay < 1) {
      throw new IllegalArgumentException("at least one customer a day enters");
    }
  }
}
