package org.dunlin.store.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Statement;
import org.dunlin.store.secret.Blinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payments into which an entry is opened and whose payer was erased, so that only a blind of the
 * name that they had is left of it.
 */
record ErasedParts(JdbcClient jdbc, Blinds blinds) {
  /** Transactions of no amount have a number and no payment: more than banks put in a row. */
  private static final int MOST_MISSING = 20;

  /** The names that they had, by their blinds. */
  record Names(Map<String, String> byBlind) {
    /** As arrays, so that one statement takes them all. */
    Map<String, Object> columns() {
      List<Map.Entry<String, String>> rows = List.copyOf(byBlind.entrySet());
      return Map.of(
          "blind", rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
          "name", rows.stream().map(Map.Entry::getValue).toArray(String[]::new));
    }
  }

  /** Those of the entries that stand whole in the days of a statement. */
  Names of(String companyId, Statement within) {
    Set<String> blind = keys(companyId, within, "starts_with(entry_key, '" + Blinds.PREFIX + "')");
    Map<String, String> names = new HashMap<>();
    if (!blind.isEmpty()) {
      Set<String> plain = keys(companyId, within, "true");
      keys(companyId, within, "amount > 0")
          .forEach(whole -> find(companyId, whole, plain, blind, names));
    }
    return new Names(names);
  }

  private void find(
      String companyId,
      String whole,
      Set<String> plain,
      Set<String> blind,
      Map<String, String> names) {
    if (!isThere(companyId, whole + "/1", plain, blind, names)) {
      return; // a number alone may be that of a reference which came again
    }
    int missing = 0;
    for (int number = 2; missing < MOST_MISSING; number++) {
      boolean there = isThere(companyId, whole + "/" + number, plain, blind, names);
      missing = there ? 0 : missing + 1;
    }
    isThere(companyId, whole + "/charges", plain, blind, names);
  }

  private boolean isThere(
      String companyId,
      String name,
      Set<String> plain,
      Set<String> blind,
      Map<String, String> names) {
    if (plain.contains(name)) {
      return true;
    }
    String blinded = blinds.blind(companyId, name);
    if (blind.contains(blinded)) {
      names.put(blinded, name);
      return true;
    }
    return false;
  }

  private Set<String> keys(String companyId, Statement within, String condition) {
    return new HashSet<>(
        jdbc.sql(
                """
                select entry_key from payment
                 where company_id = :company and account_key = :account and currency = :currency
                   and booking_date between :from and :to and %s
                """
                    .formatted(condition))
            .params(OverlappedDays.of(companyId, within))
            .query(String.class)
            .list());
  }
}
