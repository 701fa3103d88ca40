package org.dunlin.store.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On which day dunning has to look at an invoice again. It is derived: an invoice of which nothing
 * is kept is looked at in each run.
 */
public final class NextLooks {
  /** So many rows of those that are to be looked at are in memory at one time. */
  private static final int FETCHED = 2_000;

  private final DataSource pool;
  private final JdbcClient jdbc;

  /** The days of this database. */
  public NextLooks(DataSource pool) {
    this.pool = pool;
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Begins a run: what changed since the last one is looked at again, and all is where the days
   * rested on something else or were reckoned on a later day.
   *
   * @param basis what the days rest on beside the facts of invoices and customers
   */
  public void begin(String companyId, String basis, LocalDate today) {
    int same =
        jdbc.sql(
                """
                update next_look_basis set looked_on = :today
                 where company_id = :company and basis = :basis and looked_on <= :today
                """)
            .param("company", companyId)
            .param("basis", basis)
            .param("today", today)
            .update();
    if (same == 0) {
      forget(companyId);
      jdbc.sql("insert into next_look_basis values (:company, :basis, :today)")
          .param("company", companyId)
          .param("basis", basis)
          .param("today", today)
          .update();
    }
    lookAgain(companyId);
  }

  /** Forgets all days, so that the next run looks at everything. */
  public void forget(String companyId) {
    jdbc.sql("delete from next_look_basis where company_id = :company")
        .param("company", companyId)
        .update();
    jdbc.sql("delete from next_look where company_id = :company")
        .param("company", companyId)
        .update();
  }

  /**
   * Takes the notes that can be seen now. Of a customer all invoices are looked at, with those of
   * whom it follows and of whom another source knows it by; and so they are where an invoice is
   * noted by which another source knows its customer, since that may be over.
   */
  private void lookAgain(String companyId) {
    jdbc.sql(
            """
            with noted as (
              delete from look_again where company_id = :company returning about, subject_id),
            customers as (
              select subject_id as customer_id from noted where about = 'CUSTOMER'
              union
              select l.leader_id from noted n
                join customer_link l on l.company_id = :company and l.customer_id = n.subject_id
               where n.about = 'CUSTOMER'
              union
              select i.customer_id from noted n
                join invoice_source s on s.company_id = :company and s.customer_id = n.subject_id
                join invoice i on i.company_id = s.company_id and i.invoice_id = s.invoice_id
               where n.about = 'CUSTOMER'
              union
              select i.customer_id from noted n
                join invoice_source s on s.company_id = :company and s.invoice_id = n.subject_id
                join invoice i on i.company_id = s.company_id and i.invoice_id = s.invoice_id
               where n.about = 'INVOICE'),
            invoices as (
              select subject_id as invoice_id from noted where about = 'INVOICE'
              union
              select i.invoice_id from customers c
                join invoice i on i.company_id = :company and i.customer_id = c.customer_id
               where i.status = 'OPEN' and i.claimed < i.outstanding)
            delete from next_look l using invoices i
             where l.company_id = :company and l.invoice_id = i.invoice_id
            """)
        .param("company", companyId)
        .update();
  }

  /**
   * Hands on the open invoices that are to be looked at on a day, customer by customer, without
   * holding them all; within a transaction.
   *
   * @param also invoices that are looked at whatever their day is
   * @param each takes a customer and one of its invoices
   */
  public void each(
      String companyId, LocalDate today, Collection<UUID> also, BiConsumer<UUID, UUID> each) {
    JdbcTemplate streaming = new JdbcTemplate(pool);
    streaming.setFetchSize(FETCHED);
    rowByRow(false);
    boolean[] planned = new boolean[1];
    streaming.query(
        """
        with later as materialized (
          select l.invoice_id from next_look l
           where l.company_id = ? and l.look_on > ? and l.invoice_id <> all (?))
        select o.customer_id, o.invoice_id from open_instalment o
         where o.company_id = ? and o.earliest and o.kind = 'INVOICE'
           and not exists (select from later l where l.invoice_id = o.invoice_id)
         order by o.customer_id, o.invoice_id
        """,
        row -> {
          if (!planned[0]) {
            planned[0] = true;
            rowByRow(true);
          }
          each.accept(
              row.getObject("customer_id", UUID.class), row.getObject("invoice_id", UUID.class));
        },
        companyId,
        today,
        also.toArray(UUID[]::new),
        companyId);
    rowByRow(true);
  }

  /**
   * Whether one table may be gone through for each row of another. A first run finds no days and
   * writes them while it reads, so what is known of their number when a statement is planned is
   * wrong by a million, and going through them for each invoice would take hours.
   */
  private void rowByRow(boolean may) {
    jdbc.sql("select set_config('enable_nestloop', :may, true)")
        .param("may", may ? "on" : "off")
        .query(String.class)
        .single();
  }

  /**
   * Keeps when each of these has to be looked at again.
   *
   * @param days by the ids of the invoices; {@link LocalDate#MAX}: not while the facts are as they
   *     are
   */
  public void put(String companyId, Map<UUID, LocalDate> days) {
    List<Map.Entry<UUID, LocalDate>> all = List.copyOf(days.entrySet());
    if (all.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into next_look as kept
            select :company, said.id, said.day
              from unnest(cast(:ids as uuid[]), cast(:days as date[])) as said (id, day)
            on conflict (company_id, invoice_id) do update set look_on = excluded.look_on
             where kept.look_on <> excluded.look_on
            """)
        .param("company", companyId)
        .param("ids", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("days", all.stream().map(each -> day(each.getValue())).toArray(String[]::new))
        .update();
  }

  /** Forgets the days of these, so that each run looks at them. */
  public void drop(String companyId, Collection<UUID> invoices) {
    if (!invoices.isEmpty()) {
      jdbc.sql("delete from next_look where company_id = :company and invoice_id = any(:ids)")
          .param("company", companyId)
          .param("ids", invoices.toArray(UUID[]::new))
          .update();
    }
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MAX) ? "infinity" : day.toString();
  }
}
