package org.dunlin.config.demo;

import java.util.List;
import org.dunlin.sandbox.world.Reminder;
import org.dunlin.sandbox.world.Settlement;

/**
 * What the hub reached, held against what the world knows to be true.
 *
 * @param invoices that came in, credit notes not counted
 * @param paid of which nothing is open any more
 * @param found payments and credit notes for invoices that the hub applied by itself, rightly
 * @param wrong what it applied wrongly
 * @param left what it left for a person
 * @param unallocated payments that are not used up, all of them visible
 * @param open the sum of all open invoices
 * @param mails that customers received
 * @param reminders invoices named in them
 * @param wrongReminders those of which nothing was open
 * @param refused messages that no mail server took
 * @param unknown messages of which nobody knows whether they left
 * @param quarantined files that were put aside with a reason
 * @param brought invoices and credit notes that are in the hub as a program has them
 * @param twoRoads those that came by another road, too
 * @param writtenBack what was written into the programs
 * @param contradicted invoices of which an accounting program believes something else
 * @param notWritten what the programs refused to take, and why
 */
record DemoFigures(
    int invoices,
    int paid,
    int found,
    List<Settlement> wrong,
    int left,
    int unallocated,
    String open,
    int mails,
    int reminders,
    List<Reminder> wrongReminders,
    int refused,
    int unknown,
    int quarantined,
    int brought,
    int twoRoads,
    int writtenBack,
    List<String> contradicted,
    List<String> notWritten) {
  DemoFigures {
    wrong = List.copyOf(wrong);
    wrongReminders = List.copyOf(wrongReminders);
    contradicted = List.copyOf(contradicted);
    notWritten = List.copyOf(notWritten);
  }

  /** Whether nothing is wrong. */
  boolean right() {
    return wrong.isEmpty()
        && wrongReminders.isEmpty()
        && contradicted.isEmpty()
        && notWritten.isEmpty();
  }
}
