package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Action;

/**
 * Derives the actions of a day from facts. The step belongs to the instalment and follows from its
 * due date and from what was done for it before, never from a stored level.
 *
 * <p>Of the past, DUE, SENDING, SENT, DONE and UNKNOWN count as done for their steps on their days,
 * and as contact with the customer unless they are a HANDOVER. What is AWAITING_APPROVAL keeps the
 * next step waiting as long as it may still be done, and so does a CALL that is DUE; neither a
 * refusal nor a failure counts: HELD, FAILED and CANCELLED are decided anew, the last two not on
 * the same day. An instalment is known by its invoice and due date: when the due date changes, its
 * steps begin again.
 */
public final class Dunning {
  private Dunning() {}

  /**
   * The actions of one day in a fixed order: DUE, AWAITING_APPROVAL, or HELD with the holds that
   * hold them. Ids are made from company, plan, customer, day, channel, step and state, so that
   * deciding twice gives the same ids.
   *
   * @param businessDate the day in the company's time zone
   */
  public static List<Action> actionsOn(LocalDate businessDate, DunningFacts facts) {
    Desk desk = new Desk(businessDate, facts, new History(facts.past()), List.of());
    DunningDay day = new DunningDay(businessDate, desk);
    desk.owed().forEach(day::look);
    return day.actions(facts.past(), new HeldBefore());
  }
}
