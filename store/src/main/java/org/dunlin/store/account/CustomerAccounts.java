package org.dunlin.store.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.Movement;
import org.dunlin.core.account.MovementKind;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers owed before a period, what changed it, and what is open at its end. */
public final class CustomerAccounts {
  private final JdbcClient jdbc;

  /** The accounts of this database. */
  public CustomerAccounts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  private static final class Read {
    private @Nullable Money opening;
    private final List<Movement> movements = new ArrayList<>();
    private final List<OpenItem> open = new ArrayList<>();
  }

  /**
   * The account of customers who are one, a currency at a time; all of it as of one moment. A day
   * that lies before today is seen with what is known of it today.
   *
   * @param from the first day
   * @param to the last day
   */
  public List<CurrencyAccount> of(
      String companyId, Collection<UUID> customers, LocalDate from, LocalDate to) {
    Map<CurrencyUnit, Read> read = new TreeMap<>();
    jdbc.sql(AccountQuery.ALL)
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .param("from", from)
        .param("to", to)
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              add(
                  read.computeIfAbsent(currency, none -> new Read()),
                  row,
                  Money.of(currency, row.getBigDecimal("amount")));
            });
    List<CurrencyAccount> accounts = new ArrayList<>();
    read.forEach(
        (currency, each) ->
            accounts.add(
                new CurrencyAccount(
                    Objects.requireNonNullElse(each.opening, Money.zero(currency)),
                    each.movements,
                    each.open)));
    return accounts.stream().filter(account -> !account.nothing()).toList();
  }

  private static void add(Read read, ResultSet row, Money amount) throws SQLException {
    switch (row.getString("part")) {
      case "OPENING" -> read.opening = amount;
      case "MOVEMENT" -> read.movements.add(movement(row, amount));
      default -> read.open.add(open(row, amount));
    }
  }

  private static Movement movement(ResultSet row, Money amount) throws SQLException {
    String reason = row.getString("reason");
    return new Movement(
        row.getObject("on_date", LocalDate.class),
        MovementKind.valueOf(row.getString("what")),
        amount,
        row.getObject("due_date", LocalDate.class),
        numbers(row),
        reason == null ? null : AdjustmentReason.valueOf(reason));
  }

  private static OpenItem open(ResultSet row, Money open) throws SQLException {
    String record = row.getString("record");
    Invoice document = record == null ? null : StoredRecord.of(record, Invoice.class);
    String number = document == null ? "" : document.number();
    String reference = document == null ? null : document.paymentReference();
    return new OpenItem(
        MovementKind.valueOf(row.getString("what")),
        number,
        reference == null ? number : reference,
        row.getObject("on_date", LocalDate.class),
        row.getObject("due_date", LocalDate.class),
        Money.of(open.getCurrencyUnit(), row.getBigDecimal("total")),
        open,
        document == null ? List.of() : document.instalments());
  }

  private static List<String> numbers(ResultSet row) throws SQLException {
    Array array = row.getArray("numbers");
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
