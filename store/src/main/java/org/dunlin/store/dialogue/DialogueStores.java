package org.dunlin.store.dialogue;

import javax.sql.DataSource;
import org.dunlin.store.secret.CustomerKeys;

/** What is kept of the talk with customers, of one database. */
public record DialogueStores(
    Standstills standstills,
    DisputedInvoices disputed,
    Dialogue dialogue,
    TaskMarks marks,
    ArrangementRuleBook rules,
    HandOvers handOvers) {

  /** The stores over a pool. */
  public static DialogueStores over(DataSource pool, CustomerKeys keys) {
    return new DialogueStores(
        new Standstills(pool, keys),
        new DisputedInvoices(pool),
        new Dialogue(pool, keys),
        new TaskMarks(pool),
        new ArrangementRuleBook(pool),
        new HandOvers(pool));
  }
}
