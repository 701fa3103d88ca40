package org.dunlin.store.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Applied.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bank statements: one for an account, a currency and a period. */
public final class Statements {
  private final JdbcClient jdbc;

  /** The statements of this database. */
  public Statements(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The companies of the hub that have the account, in the order of their ids. */
  public List<String> owners(AccountId account) {
    return jdbc.sql(
            "select company_id from company_account where account_key = :key order by company_id")
        .param("key", account.key())
        .query(String.class)
        .list();
  }

  /**
   * Adds the statement. SAME when one of this account and period says the same, CHANGED when it
   * says something else, which is a problem and not a union.
   *
   * @param content a digest over the statement and its entries
   */
  public Outcome add(Origin origin, UUID deliveryId, Statement said, byte[] content) {
    UUID id = Ids.next();
    Statement kept = Sourced.statement(said, id.toString(), origin.source(said.id()));
    int added =
        jdbc.sql(
                """
                insert into statement
                values (:company, :id, :account, :currency, :from, :to, :content, :delivery, cast(:record as jsonb))
                on conflict (company_id, account_key, currency, from_date, to_date) do nothing
                """)
            .param("id", id)
            .params(period(origin.companyId(), said))
            .param("content", content)
            .param("delivery", deliveryId)
            .param("record", CanonicalWriter.line(kept))
            .update();
    return added == 1 ? Outcome.ADDED : sameAs(origin, said, content);
  }

  /** Whether that of the same account and period has the same balances and as many entries. */
  public boolean tallies(String companyId, Statement said) {
    Statement before =
        jdbc.sql(
                """
                select record from statement
                 where company_id = :company and account_key = :account and currency = :currency
                   and from_date = :from and to_date = :to
                """)
            .params(period(companyId, said))
            .query((row, number) -> StoredRecord.of(row.getString("record"), Statement.class))
            .single();
    return Objects.equals(before.openingBalance(), said.openingBalance())
        && Objects.equals(before.closingBalance(), said.closingBalance())
        && before.entries() == said.entries();
  }

  /** All statements of a company, by {@link AccountId#key()}. */
  public Map<String, List<Statement>> byAccount(String companyId) {
    Map<String, List<Statement>> byAccount = new HashMap<>();
    jdbc.sql("select record from statement where company_id = :company")
        .param("company", companyId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Statement.class))
        .list()
        .forEach(
            statement ->
                byAccount
                    .computeIfAbsent(statement.account().key(), key -> new ArrayList<>())
                    .add(statement));
    return byAccount;
  }

  /** The last day of which any statement tells, by {@link AccountId#key()}. */
  public Map<String, LocalDate> lastDays(String companyId) {
    Map<String, LocalDate> last = new HashMap<>();
    jdbc.sql(
            "select account_key, max(to_date) as last from statement"
                + " where company_id = :company group by account_key")
        .param("company", companyId)
        .query(
            row -> {
              last.put(row.getString("account_key"), row.getObject("last", LocalDate.class));
            });
    return last;
  }

  private Outcome sameAs(Origin origin, Statement said, byte[] content) {
    byte[] earlier =
        jdbc.sql(
                """
                select content from statement
                 where company_id = :company and account_key = :account and currency = :currency
                   and from_date = :from and to_date = :to
                """)
            .params(period(origin.companyId(), said))
            .query(byte[].class)
            .single();
    return Arrays.equals(earlier, content) ? Outcome.SAME : Outcome.CHANGED;
  }

  private static Map<String, Object> period(String companyId, Statement said) {
    return Map.of(
        "company", companyId,
        "account", said.account().key(),
        "currency", said.currency().getCode(),
        "from", said.from(),
        "to", said.to());
  }
}
