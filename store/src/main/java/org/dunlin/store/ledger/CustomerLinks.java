package org.dunlin.store.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Customers of several connections who are one: which of them leads, and whose their invoices are.
 * Who changes links holds {@link FurtherSources#change}.
 */
public final class CustomerLinks {
  private final JdbcClient jdbc;

  /** The links of this database. */
  public CustomerLinks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Two customers of different connections who may be one. */
  public record Twins(UUID one, UUID other) {}

  /** Whether anybody of the company leads another. */
  public boolean any(String companyId) {
    return jdbc.sql("select exists (select from customer_link where company_id = :company)")
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /** Who leads the customer: another, or the customer itself. */
  public UUID leader(String companyId, UUID customerId) {
    return jdbc.sql(
            "select coalesce((select leader_id from customer_link"
                + " where company_id = :company and customer_id = :customer), :customer)")
        .param("company", companyId)
        .param("customer", customerId)
        .query(UUID.class)
        .single();
  }

  /** The leader of each customer who has one. */
  public Map<UUID, UUID> leaders(String companyId) {
    Map<UUID, UUID> leaders = new HashMap<>();
    jdbc.sql("select customer_id, leader_id from customer_link where company_id = :company")
        .param("company", companyId)
        .query(
            row -> {
              leaders.put(
                  row.getObject("customer_id", UUID.class), row.getObject("leader_id", UUID.class));
            });
    return leaders;
  }

  /** All who are one with the customer, who is among them; the leader first. */
  public List<UUID> group(String companyId, UUID customerId) {
    return jdbc.sql(
            """
            with leader as (
              select coalesce((select leader_id from customer_link
                                where company_id = :company and customer_id = :customer), :customer) as id)
            select id, 0 as place from leader
            union all
            select customer_id, 1 from customer_link
             where company_id = :company and leader_id = (select id from leader)
             order by place, id
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /**
   * Of those who are one with the customer the one whom this connection knows, else the customer.
   */
  public UUID ofConnection(String companyId, UUID customerId, String connectionId) {
    return jdbc.sql(
            """
            select c.customer_id from customer c
             where c.company_id = :company and c.connection_id = :connection
               and c.customer_id in (
                   select customer_id from customer_link
                    where company_id = :company and leader_id = :customer)
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("customer", customerId)
        .query(UUID.class)
        .optional()
        .orElse(customerId);
  }

  /** Says that the customer is the leader, whose its invoices are from now on. */
  public void link(String companyId, UUID customerId, UUID leaderId, String reason) {
    jdbc.sql(
            """
            insert into customer_link (company_id, customer_id, leader_id, reason)
            values (:company, :customer, :leader, :reason)
            on conflict (company_id, customer_id) do update
               set leader_id = excluded.leader_id, reason = excluded.reason
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .param("leader", leaderId)
        .param("reason", reason)
        .update();
    move(companyId, customerId, leaderId, "true");
  }

  /** Forgets who was one with an erased customer, whose documents stay where they are. */
  public void forget(String companyId, UUID leaderId) {
    jdbc.sql("delete from customer_link where company_id = :company and leader_id = :leader")
        .param("company", companyId)
        .param("leader", leaderId)
        .update();
  }

  /** Lets the customer stand for itself again, with the invoices of its connection. */
  public void part(String companyId, UUID customerId) {
    UUID leaderId =
        jdbc.sql(
                "delete from customer_link where company_id = :company and customer_id = :customer"
                    + " returning leader_id")
            .param("company", companyId)
            .param("customer", customerId)
            .query(UUID.class)
            .single();
    move(
        companyId,
        leaderId,
        customerId,
        "connection_id = (select connection_id from customer"
            + " where company_id = :company and customer_id = :to)");
  }

  private void move(String companyId, UUID from, UUID to, String which) {
    for (String table : new String[] {"invoice", "invoice_source"}) {
      String own =
          table.equals("invoice")
              ? ", own_record = jsonb_set(own_record, '{customerId}', to_jsonb(cast(:to as text)))"
              : "";
      jdbc.sql(
              """
              update %s set customer_id = :to,
                     record = jsonb_set(record, '{customerId}', to_jsonb(cast(:to as text)))%s
               where company_id = :company and customer_id = :from and %s
              """
                  .formatted(table, own, which))
          .param("company", companyId)
          .param("from", from)
          .param("to", to)
          .update();
    }
  }

  /**
   * Customers with a number, or a name, in several connections, of whom one was written since. They
   * are not one already, nor was either erased.
   */
  public List<Twins> twins(String companyId, Instant since) {
    return jdbc.sql(
            """
            with several as (
              select company_id from connection where company_id = :company
               group by company_id having count(*) > 1),
            touched as (
              select c.* from customer c join several using (company_id)
               where c.updated_at >= :since and c.record -> 'x-stub' is null
                 and c.source_id not like 'erased:%')
            select distinct least(t.customer_id, o.customer_id) as one,
                            greatest(t.customer_id, o.customer_id) as other
              from touched t
              join lateral (
                select customer_id, connection_id, record, source_id from customer c
                 where c.company_id = t.company_id
                   and plain_number(c.record ->> 'vatNumber') = plain_number(t.record ->> 'vatNumber')
                union all
                select customer_id, connection_id, record, source_id from customer c
                 where c.company_id = t.company_id
                   and plain_number(c.record ->> 'registrationNumber')
                       = plain_number(t.record ->> 'registrationNumber')
                union all
                select customer_id, connection_id, record, source_id from customer c
                 where c.company_id = t.company_id and lower(c.name) = lower(t.name)) o
                on o.connection_id <> t.connection_id
             where o.record -> 'x-stub' is null and o.source_id not like 'erased:%'
               and not exists (
                   select from customer_link a
                    where a.company_id = t.company_id
                      and (a.customer_id = t.customer_id and a.leader_id = o.customer_id
                           or a.customer_id = o.customer_id and a.leader_id = t.customer_id))
             order by 1, 2
            """)
        .param("company", companyId)
        .param("since", Ids.at(since))
        .query(
            (row, number) ->
                new Twins(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
        .list();
  }

  /** The customers of a connection who have one of the numbers of another customer. */
  public int withNumbersOf(String companyId, UUID customerId, String connectionId) {
    return jdbc.sql(
            """
            select count(*) from customer c
              join customer t on t.company_id = c.company_id and t.customer_id = :customer
             where c.company_id = :company and c.connection_id = :connection
               and (plain_number(c.record ->> 'vatNumber') = plain_number(t.record ->> 'vatNumber')
                    or plain_number(c.record ->> 'registrationNumber')
                       = plain_number(t.record ->> 'registrationNumber'))
            """)
        .param("customer", customerId)
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Integer.class)
        .single();
  }

  /** The leaders of those of whom one was written since. */
  public List<UUID> changed(String companyId, Instant since) {
    return jdbc.sql(
            """
            select distinct l.leader_id from customer_link l
              join customer c on c.company_id = l.company_id
                   and c.customer_id in (l.customer_id, l.leader_id)
             where l.company_id = :company and c.updated_at >= :since
             order by 1
            """)
        .param("company", companyId)
        .param("since", Ids.at(since))
        .query(UUID.class)
        .list();
  }
}
