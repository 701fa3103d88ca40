package org.dunlin.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.journal.Journal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is new since a program was told last. */
public final class NewEvents {
  private final JdbcClient jdbc;
  private final Journal journal;

  NewEvents(DataSource pool, Journal journal) {
    jdbc = JdbcClient.create(pool);
    this.journal = journal;
  }

  /**
   * A row of the journal.
   *
   * @param customerId whom it is about, where it is about one customer
   */
  public record Noted(Journal.Entry entry, @Nullable UUID customerId) {}

  /** Something of an invoice that is open after its due date. */
  public record Overdue(UUID invoiceId, UUID customerId, LocalDate dueDate, Money open) {}

  /** What time it is, by the clock of the database. */
  public Instant now() {
    return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  /**
   * Until when no row of the journal is missing: rows bear the moment at which they were noted and
   * are seen at the end of their transaction. Transactions that write nothing for a minute only
   * read.
   *
   * @param apart by how much rows may lie before their transaction
   */
  public UUID settled(Duration apart) {
    Instant until =
        jdbc.sql(
                """
                select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()
                   and (backend_xid is not null or xact_start > now() - interval '1 minute')
                """)
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    return Ids.firstOf(until.minus(apart));
  }

  /**
   * The last of at most so many rows of a company between two places; empty where there is none.
   */
  public Optional<UUID> last(String companyId, UUID after, UUID before, int most) {
    return jdbc.sql(
            """
            select journal_id from (
              select journal_id from journal
               where company_id = :company and journal_id > :after and journal_id < :before
               order by journal_id limit :most) rows
             order by journal_id desc limit 1
            """)
        .param("company", companyId)
        .param("after", after)
        .param("before", before)
        .param("most", most)
        .query(UUID.class)
        .optional();
  }

  /** The rows of a company after one place and up to another that tell of these events. */
  public List<Noted> between(String companyId, UUID after, UUID to, Collection<String> events) {
    return jdbc.sql(
            "select "
                + Journal.COLUMNS
                + " from "
                + Journal.ROWS
                + " where j.company_id = :company and j.journal_id > :after and j.journal_id <= :to"
                + " and j.event in (:events) order by j.journal_id")
        .param("company", companyId)
        .param("after", after)
        .param("to", to)
        .param("events", events)
        .query(
            (row, number) ->
                new Noted(journal.entry(row), row.getObject("customer_id", UUID.class)))
        .list();
  }

  /** Invoices whose first open instalment was due on a day, after one of them by its id. */
  public List<Overdue> dueOn(String companyId, LocalDate day, @Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select invoice_id, customer_id, due_date, open, currency from open_instalment
             where company_id = :company and kind = 'INVOICE' and earliest and due_date = :day
               and (cast(:after as uuid) is null or invoice_id > :after)
             order by invoice_id limit :most
            """)
        .param("company", companyId)
        .param("day", day)
        .param("after", after, Types.OTHER)
        .param("most", most)
        .query(NewEvents::overdue)
        .list();
  }

  /** What is open of an invoice and was due before a day; empty where nothing is. */
  public Optional<Overdue> overdue(String companyId, UUID invoiceId, LocalDate before) {
    return jdbc.sql(
            """
            select invoice_id, customer_id, due_date, open, currency from open_instalment
             where company_id = :company and invoice_id = :invoice and kind = 'INVOICE' and earliest
               and due_date < :before
            """)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .param("before", before)
        .query(NewEvents::overdue)
        .optional();
  }

  private static Overdue overdue(ResultSet row, int number) throws SQLException {
    return new Overdue(
        row.getObject("invoice_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getObject("due_date", LocalDate.class),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("open")));
  }
}
