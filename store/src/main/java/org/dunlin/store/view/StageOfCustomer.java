package org.dunlin.store.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far dunning of a customer has come, at a glance.
 *
 * @param plan the plan of the last reminder; absent where the stage is no reminder
 * @param step its step
 * @param on the day of the last reminder, the day promised, the last day of a hold; absent where
 *     there is none
 */
public record StageOfCustomer(
    Stage stage, @Nullable String plan, @Nullable String step, @Nullable LocalDate on) {

  /** The stages; the one that says most is told. */
  public enum Stage {
    /** Nothing is owed. */
    NOTHING_OWED,
    /** Nothing is overdue. */
    NOT_DUE,
    /** Something is overdue, and nothing was sent of it. */
    DUE,
    /** Something that is open was reminded of. */
    REMINDED,
    /** A day was promised. */
    PROMISED,
    /** An amount is contested. */
    DISPUTED,
    /** A schedule was agreed. */
    ARRANGED,
    /** A person stopped it. */
    STOPPED,
    /** It was handed over to somebody else. */
    HANDED_OVER
  }
}
