package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;

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
   * @param latestStatements the last day that is covered without a break, by {@link
   *     AccountId#key()}
   */
  public static List<AccountId> missing(
      List<AccountId> accounts, Map<String, LocalDate> latestStatements, LocalDate businessDate) {
    LocalDate needed = lastBankingDayBefore(businessDate);
    return accounts.stream()
        .filter(account -> reachesNot(latestStatements, account, needed))
        .toList();
  }

  /**
   * To which day each account is covered without a break, by {@link AccountId#key()}: the day
   * before the first one that its statements leave out, in whichever of its currencies that is
   * earliest. A missing or refused statement shows as such a break however many came after it, and
   * so does one that does not begin with the balance with which the one before it ended.
   */
  public static Map<String, LocalDate> coveredTo(Map<String, List<Statement>> byAccount) {
    Map<String, LocalDate> covered = new TreeMap<>();
    byAccount.forEach(
        (account, statements) ->
            statements.stream()
                .collect(Collectors.groupingBy(Statement::currency))
                .values()
                .forEach(
                    one -> covered.merge(account, unbroken(one), (a, b) -> a.isBefore(b) ? a : b)));
    return covered;
  }

  private static LocalDate unbroken(List<Statement> statements) {
    List<Statement> inOrder =
        statements.stream()
            .sorted(Comparator.comparing(Statement::from).thenComparing(Statement::to))
            .toList();
    Statement last = inOrder.getFirst();
    for (Statement next : inOrder) {
      if (next.to().isAfter(last.to())) {
        if (breaks(last, next)) {
          return last.to();
        }
        last = next;
      }
    }
    return last.to();
  }

  private static boolean breaks(Statement last, Statement next) {
    if (!next.from().isAfter(last.to())) {
      return false;
    }
    boolean dayLeftOut = next.from().isAfter(BusinessDays.onOrAfter(last.to().plusDays(1)));
    boolean amountLeftOut =
        last.closingBalance() != null
            && next.openingBalance() != null
            && !last.closingBalance().equals(next.openingBalance());
    return dayLeftOut || amountLeftOut;
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
