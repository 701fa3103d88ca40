package org.dunlin.connectors.mt940;

import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pages of one statement in a file: a message that begins with an intermediate opening
 * balance (60M) goes on where the message before it ended. SWIFT lets a message be no longer than
 * 2,000 characters, so a statement is as many as it takes.
 */
final class Pages {
  private @Nullable Page last;

  private record Page(AccountId account, Balance closing, String statement) {}

  /**
   * What the pages of the statement have in common.
   *
   * @param further whether the opening balance is an intermediate one
   * @param begin the line on which the message begins
   */
  String statement(AccountId account, @Nullable Balance opening, boolean further, int begin) {
    Page before = last;
    boolean goesOn =
        further
            && before != null
            && opening != null
            && before.account().equals(account)
            && before.closing().amount().equals(opening.amount());
    return goesOn && before != null ? before.statement() : account.key() + "/" + begin;
  }

  /** Notes that a page has ended. */
  void end(AccountId account, Balance closing, String statement) {
    last = new Page(account, closing, statement);
  }
}
