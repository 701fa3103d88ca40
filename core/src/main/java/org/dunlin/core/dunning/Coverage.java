package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;

/**
 * Whether the hub has seen what came in: before a reminder every account must be covered to the
 * last banking day before the business date. Banking days are Monday to Friday; holidays are not
 * known, on which a missing statement is taken for missing.
 */
public final class Coverage {
  private Coverage() {}

  /**
   * The accounts whose statements do not reach the last banking day, in the order given; all of
   * dunning is then held as STALE_SOURCE.
   *
   * @param accounts those that can receive money
   * @param latestStatements the last day of the latest statement, by {@link AccountId#key()}
   */
  public static List<AccountId> missing(
      List<AccountId> accounts, Map<String, LocalDate> latestStatements, LocalDate businessDate) {
    LocalDate needed = lastBankingDayBefore(businessDate);
    return accounts.stream()
        .filter(account -> reachesNot(latestStatements, account, needed))
        .toList();
  }

  /** The last Monday-to-Friday day before the date. */
  public static LocalDate lastBankingDayBefore(LocalDate businessDate) {
    return BusinessDays.onOrBefore(businessDate.minusDays(1));
  }

  private static boolean reachesNot(
      Map<String, LocalDate> latestStatements, AccountId account, LocalDate needed) {
    LocalDate covered = latestStatements.get(account.key());
    return covered == null || covered.isBefore(needed);
  }
}
