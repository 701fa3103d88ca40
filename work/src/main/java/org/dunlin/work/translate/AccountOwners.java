package org.dunlin.work.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;

/**
 * Whose the accounts are of which a bank file tells: the company's that received it, another's of
 * the hub, to which it is handed over unless who brought the file acts for this company alone, or
 * nobody's.
 */
final class AccountOwners {
  private final Context context;
  private final HandOver handOver;
  private final Map<AccountId, List<String>> owners = new HashMap<>();

  AccountOwners(Context context, HandOver handOver) {
    this.context = context;
    this.handOver = handOver;
  }

  /** Whether the account is the company's own. */
  boolean ours(AccountId account) {
    return owners(account).contains(context.origin().companyId());
  }

  /**
   * Passes on what the file tells of an account that is not the company's.
   *
   * @param position in the file
   * @throws RefusedRecord where there is nobody who may get it
   */
  void pass(AccountId account, String position) {
    handOver.expect(receiver(account, position), account);
  }

  private List<String> owners(AccountId account) {
    return owners.computeIfAbsent(account, context.stores().statements()::owners);
  }

  /** The one other company that has the account and may get it; a problem where there is none. */
  private String receiver(AccountId id, String position) {
    String account = "account " + id.key();
    if (!context.delivery().mayHandOver()) {
      // the same whether another company has it or none: who brought it may not learn which
      throw new RefusedRecord(
          position,
          "FOREIGN_ACCOUNT",
          account
              + " is not one of the company's; add it to the company's accounts and replay. If it is"
              + " another company's, what a program brings for one company does not reach it: bring"
              + " the statement by that company's own connection, or this file by a folder and"
              + " replay");
    }
    List<String> others = owners(id);
    if (others.size() == 1) {
      return others.getFirst();
    }
    throw others.isEmpty()
        ? new RefusedRecord(
            position,
            "UNKNOWN_ACCOUNT",
            account + " is not one of the company's; add it to the company's accounts and replay")
        : new RefusedRecord(
            position,
            "ACCOUNT_OF_SEVERAL",
            account
                + " stands in the settings of several companies; leave it with the one that owns it"
                + " and replay");
  }
}
