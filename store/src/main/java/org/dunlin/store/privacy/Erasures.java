package org.dunlin.store.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ThisTransaction;
import org.dunlin.store.secret.Blinds;
import org.dunlin.store.secret.CustomerKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes what identifies a customer out of the rows that stay; the amounts are not touched. */
public final class Erasures {
  /** What stands where a person was quoted. */
  public static final String GONE = "Erased with the customer whom it quoted.";

  private final JdbcClient jdbc;
  private final Blinds blinds;
  private final CustomerKeys keys;
  private final ErasedPayers payers;

  /** Over this database. */
  public Erasures(DataSource pool, Blinds blinds, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.blinds = blinds;
    this.keys = keys;
    this.payers = new ErasedPayers(jdbc);
  }

  /** An erased customer; nothing of it says who that was. */
  public record Erased(String companyId, UUID customerId, int number, Instant at) {}

  /**
   * Keeps translations out of the company's books until the transaction ends, and waits for them.
   */
  public void lockBooks(String companyId) {
    new BookLock(jdbc).alone(companyId);
  }

  /** Keeps erasures out of the company's books until the transaction ends. */
  public void useBooks(String companyId) {
    if (ThisTransaction.first(List.of(this, companyId))) {
      new BookLock(jdbc).withOthers(companyId);
    }
  }

  /** What is not settled with the customer, but for its payments. */
  public Unsettled unsettled(String companyId, UUID customerId, int payments) {
    return jdbc.sql(
            """
            select (select count(*) from invoice
                     where company_id = :company and customer_id = :customer
                       and status = 'OPEN' and claimed < outstanding) as documents,
                   (select count(*) from effect
                     where company_id = :company
                       and (customer_id = :customer or customer_id is null and action_id in (
                             select action_id from action
                              where company_id = :company and customer_id = :customer))
                       and kind <> 'EVENT'
                       and state in ('AWAITING_APPROVAL', 'PENDING', 'CLAIMED', 'SENDING', 'UNKNOWN')) as messages,
                   (select count(*) from allocation a join invoice i using (company_id, invoice_id)
                     where a.company_id = :company and i.customer_id = :customer
                       and a.decision = 'CONFLICT') as conflicts,
                   (select count(*) from delivery
                     where company_id = :company and state in ('NEW', 'CLAIMED')) as deliveries
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .query(
            (row, number) ->
                new Unsettled(
                    row.getInt("documents"),
                    payments,
                    row.getInt("messages"),
                    row.getInt("conflicts"),
                    row.getInt("deliveries")))
        .single();
  }

  /** Notes who is erased, and how the customer is to be recognised; the number that it gets. */
  public int begin(String companyId, UUID customerId) {
    int number =
        jdbc.sql("select count(*) + 1 from erased_customer where company_id = :company")
            .param("company", companyId)
            .query(Integer.class)
            .single();
    record Source(String connectionId, String id) {}
    Source source =
        jdbc.sql(
                "select connection_id, source_id from customer"
                    + " where company_id = :company and customer_id = :customer for update")
            .param("company", companyId)
            .param("customer", customerId)
            .query((row, n) -> new Source(row.getString(1), row.getString(2)))
            .single();
    jdbc.sql(
            "insert into erased_customer values (:company, :customer, :number, now(), :connection,"
                + " :source)")
        .param("company", companyId)
        .param("customer", customerId)
        .param("number", number)
        .param("connection", source.connectionId())
        .param("source", blinds.blind(companyId, source.id()))
        .update();
    jdbc.sql(
            """
            update invoice_source s set record = s.record - 'orderReference' - 'x-attachments'
              from invoice i
             where s.company_id = :company and i.company_id = s.company_id and i.invoice_id = s.invoice_id
               and (s.customer_id = :customer or i.customer_id = :customer)
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .update();
    jdbc.sql(
            """
            delete from identity_question
             where company_id = :company and kind = 'CUSTOMER'
               and ((connection_a, source_a) = (:connection, :source)
                    or (connection_b, source_b) = (:connection, :source))
            """)
        .param("company", companyId)
        .param("connection", source.connectionId())
        .param("source", source.id())
        .update();
    payers.forget(companyId, customerId);
    for (String table : List.of("program_figure", "program_tie_out_line")) {
      jdbc.sql(
              "delete from "
                  + table
                  + " where company_id = :company and connection_id = :connection"
                  + " and customer_key = :source")
          .param("company", companyId)
          .param("connection", source.connectionId())
          .param("source", source.id())
          .update();
    }
    return number;
  }

  /** The customer that was erased under this id of its source. */
  public Optional<UUID> erasedAs(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            """
            select customer_id from erased_customer
             where company_id = :company and connection_id = :connection and source = :source
             order by number desc limit 1
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", blinds.blind(companyId, sourceId))
        .query(UUID.class)
        .optional();
  }

  /** Which of these ids of a source are those of customers who were erased. */
  public Set<String> erasedOf(String companyId, String connectionId, Collection<String> sourceIds) {
    Map<String, String> blinded = new HashMap<>();
    sourceIds.forEach(id -> blinded.put(blinds.blind(companyId, id), id));
    return jdbc
        .sql(
            """
            select source from erased_customer
             where company_id = :company and connection_id = :connection and source = any(:sources)
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sources", blinded.keySet().toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(blinded::get)
        .collect(Collectors.toSet());
  }

  /** Whether the customer was erased. */
  public boolean erased(String companyId, UUID customerId) {
    return jdbc.sql(
            "select exists (select 1 from erased_customer"
                + " where company_id = :company and customer_id = :customer)")
        .param("company", companyId)
        .param("customer", customerId)
        .query(Boolean.class)
        .single();
  }

  /** All erased customers, in the order of their erasure. */
  public List<Erased> all() {
    return jdbc.sql(
            "select company_id, customer_id, number, erased_at from erased_customer"
                + " order by erased_at, company_id, number")
        .query(
            (row, n) ->
                new Erased(
                    row.getString("company_id"),
                    row.getObject("customer_id", UUID.class),
                    row.getInt("number"),
                    row.getObject("erased_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Overwrites the customer's record and how its source knows it. */
  public void overwrite(String companyId, Customer nobody) {
    jdbc.sql(
            """
            update customer set name = :name, record = cast(:record as jsonb),
                   source_id = 'erased:' || cast(customer_id as text)
             where company_id = :company and customer_id = :id
            """)
        .param("name", nobody.name())
        .param("record", CanonicalWriter.line(nobody))
        .param("company", companyId)
        .param("id", UUID.fromString(nobody.id()))
        .update();
  }

  /** Overwrites what a document says beside its amounts, dates and numbers. */
  public void overwrite(String companyId, Invoice document) {
    jdbc.sql(
            "update invoice set record = cast(:record as jsonb), own_record = null"
                + " where company_id = :company and invoice_id = :id")
        .param("record", CanonicalWriter.line(document))
        .param("company", companyId)
        .param("id", UUID.fromString(document.id()))
        .update();
  }

  /** Overwrites who paid; the entry is still recognised when it comes again. */
  public void overwrite(String companyId, Payment payment) {
    UUID id = UUID.fromString(payment.id());
    payers.forgetPayment(companyId, id);
    record Known(String key, byte[] content) {}
    Known known =
        jdbc.sql(
                "select entry_key, content from payment"
                    + " where company_id = :company and payment_id = :id for update")
            .param("company", companyId)
            .param("id", id)
            .query((row, n) -> new Known(row.getString(1), row.getBytes(2)))
            .single();
    jdbc.sql(
            """
            update payment set record = cast(:record as jsonb), entry_key = :key, content = :content
             where company_id = :company and payment_id = :id
            """)
        .param("record", CanonicalWriter.line(payment))
        .param("key", blinds.blind(companyId, known.key()))
        .param("content", blinded(companyId, known.content()))
        .param("company", companyId)
        .param("id", id)
        .update();
    jdbc.sql(
            "update allocation set evidence = array[:gone]"
                + " where company_id = :company and payment_id = :id")
        .param("gone", GONE)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** What is compared with nothing stays so. */
  private byte[] blinded(String companyId, byte[] content) {
    return content.length == 0 ? content : blinds.blind(companyId, content);
  }

  /**
   * Takes the name off a file that was about a customer, and off the sentences about it; a bank
   * statement keeps its name.
   */
  public void forgetName(String companyId, UUID deliveryId, String name) {
    int renamed =
        jdbc.sql(
                "update delivery set name = 'erased' where company_id = :company"
                    + " and delivery_id = :id and coalesce(format, '') not like 'CAMT%'")
            .param("company", companyId)
            .param("id", deliveryId)
            .update();
    if (renamed == 1) {
      jdbc.sql(
              "update journal set reason = null where company_id = :company"
                  + " and subject_kind = 'delivery' and subject_id = cast(:id as text)")
          .param("company", companyId)
          .param("id", deliveryId)
          .update();
      jdbc.sql(
              "update flow set last_failure = :gone"
                  + " where company_id = :company and position(:name in last_failure) > 0")
          .param("gone", GONE)
          .param("company", companyId)
          .param("name", name)
          .update();
    }
  }

  /** Destroys the customer's key, and removes what its messages and its journal say. */
  public void silence(String companyId, UUID customerId) {
    String about =
        " where company_id = :company and (customer_id = :customer"
            + " or customer_id is null and %s in (select cast(invoice_id as text) from invoice"
            + " where company_id = :company and customer_id = :customer)"
            + " or customer_id is null and %s in (select action_id from action"
            + " where company_id = :company and customer_id = :customer)%s)";
    run(
        "update effect set payload = null, sealed = null, reason = null, refused_address = null"
            + about.formatted("right(ordering_key, 36)", "action_id", ""),
        companyId,
        customerId);
    run(
        "delete from event_attempt where (company_id, effect_id) in (select company_id, effect_id"
            + " from effect where company_id = :company and customer_id = :customer)",
        companyId,
        customerId);
    for (String table : List.of("gate_asking", "customer_risk")) {
      run(
          "delete from " + table + " where company_id = :company and customer_id = :customer",
          companyId,
          customerId);
    }
    run(
        "update standstill set sealed = null"
            + " where company_id = :company and customer_id = :customer",
        companyId,
        customerId);
    run(
        "update payment_link set generation = generation + 1, provider_connection = null,"
            + " provider_link = null, provider_url = null,"
            + " voided = voided or state = 'OPEN',"
            + " state = case when state = 'OPEN' then 'VOID' else state end"
            + " where company_id = :company and customer_id = :customer",
        companyId,
        customerId);
    run(
        "update checkout set pay_at = null, reason = null"
            + " where company_id = :company and customer_id = :customer",
        companyId,
        customerId);
    for (String gone :
        List.of(
            "provider_refund set reason",
            "refund_order set iban",
            "outgoing_line set sealed",
            "outbound_call set wrapped = null, sealed")) {
      run(
          "update " + gone + " = null where company_id = :company and customer_id = :customer",
          companyId,
          customerId);
    }
    run(
        "update dialogue_entry set sealed = null"
            + " where company_id = :company and customer_id = :customer",
        companyId,
        customerId);
    for (String table : List.of("payer_paper", "customer_language", "customer_goal")) {
      run(
          "delete from " + table + " where company_id = :company and customer_id = :customer",
          companyId,
          customerId);
    }
    run(
        "update journal set reason = null, before = null, after = null, sealed = null"
            + about.formatted(
                "subject_id", "subject_id", " or subject_id = cast(:customer as text)"),
        companyId,
        customerId);
    run(
        "update allocation set evidence = array['"
            + GONE
            + "'] where company_id = :company and invoice_id in (select invoice_id from invoice"
            + " where company_id = :company and customer_id = :customer)",
        companyId,
        customerId);
    keys.destroy(companyId, customerId);
  }

  /** Overwrites words that quote one of these strings, wherever the hub noted words. */
  public void removeQuotes(String companyId, List<String> quoted) {
    for (Words words : Words.values()) {
      jdbc.sql(words.removal())
          .param("gone", GONE)
          .param("company", companyId)
          .param("quoted", quoted.toArray(String[]::new))
          .update();
    }
  }

  private void run(String statement, String companyId, UUID customerId) {
    jdbc.sql(statement).param("company", companyId).param("customer", customerId).update();
  }
}
