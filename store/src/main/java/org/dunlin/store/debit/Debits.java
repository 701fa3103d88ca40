package org.dunlin.store.debit;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.debit.Debit.Place;
import org.dunlin.store.debit.Debit.Said;
import org.dunlin.store.secret.CustomerKeys;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is collected of instalments. */
public final class Debits {
  private static final String UNDER_WAY = "state in ('ANNOUNCED', 'IN_FILE', 'SUBMITTED')";
  private static final String SELECT =
      "select d.*, k.wrapped from debit d left join customer_key k"
          + " on k.company_id = d.company_id and k.customer_id = d.customer_id"
          + " where d.company_id = :company and ";

  private final JdbcClient jdbc;
  private final SealedParts parts;
  private final DebitRows rows;

  /** Those of this database, and the keys that seal what files say of debtors. */
  public Debits(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    parts = new SealedParts(keys, "debit");
    rows = new DebitRows(parts);
  }

  /** Adds one; false where its instalment is being collected already. */
  public boolean announce(String companyId, Debit debit) {
    return jdbc.sql(
                """
                insert into debit (company_id, debit_id, customer_id, mandate_id, invoice_id, due_date, state,
                       announced, amount, currency, collect_on, attempt, notice_id, tested, end_to_end_id,
                       made_on)
                values (:company, :id, :customer, :mandate, :invoice, :due, 'ANNOUNCED', :amount, :amount,
                        :currency, :on, :attempt, :notice, :tested, :name, :made)
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("id", debit.id())
            .param("customer", debit.customerId())
            .param("mandate", debit.mandateId())
            .param("invoice", debit.invoiceId())
            .param("due", debit.dueDate())
            .param("amount", debit.amount().getAmount())
            .param("currency", debit.amount().getCurrencyUnit().getCode())
            .param("on", debit.collectOn())
            .param("attempt", debit.attempt())
            .param("notice", debit.noticeId())
            .param("tested", debit.tested())
            .param("name", debit.endToEndId())
            .param("made", debit.madeOn())
            .update()
        == 1;
  }

  /** Puts one into a file; false where it is not announced any more. */
  public boolean put(String companyId, UUID id, Place place, Money amount) {
    return jdbc.sql(
                """
                update debit set state = 'IN_FILE', collection_id = :collection, batch = :batch,
                       scheme = :scheme, sequence = :sequence, told = :told, amount = :amount
                 where company_id = :company and debit_id = :id and state = 'ANNOUNCED'
                """)
            .param("collection", place.collectionId())
            .param("batch", place.batch())
            .param("scheme", place.scheme().name())
            .param("sequence", place.sequence().name())
            .param("told", place.told())
            .param("amount", amount.getAmount())
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** Submits one of a file: from now on its file says this of it. */
  public boolean submit(String companyId, Debit debit, Place place, Said said, LocalDate on) {
    return jdbc.sql(
                """
                update debit set state = 'SUBMITTED', batch = :batch, sequence = :sequence, told = :told,
                       amount = :amount, collect_on = :collect, sealed = :sealed, ended_on = :on
                 where company_id = :company and debit_id = :id and state = 'IN_FILE'
                """)
            .param("batch", place.batch())
            .param("sequence", place.sequence().name())
            .param("told", place.told())
            .param("amount", debit.amount().getAmount())
            .param("collect", debit.collectOn())
            .param(
                "sealed",
                parts.seal(
                    companyId,
                    debit.customerId(),
                    debit.id().toString(),
                    said.reference(),
                    said.signedOn().toString(),
                    said.holder(),
                    said.iban(),
                    said.bic(),
                    said.wasReference(),
                    said.wasIban(),
                    said.remittance()))
            .param("on", on)
            .param("company", companyId)
            .param("id", debit.id())
            .update()
        == 1;
  }

  /** Ends one that is under way, or that was settled; false where it is in another state by now. */
  public boolean end(
      String companyId, Debit debit, DebitState to, @Nullable String reason, LocalDate on) {
    return jdbc.sql(
                """
                update debit set state = :to, reason = :reason, ended_on = :on,
                       collection_id = case when :to = 'WITHDRAWN' then null else collection_id end,
                       batch = case when :to = 'WITHDRAWN' then null else batch end,
                       scheme = case when :to = 'WITHDRAWN' then null else scheme end,
                       sequence = case when :to = 'WITHDRAWN' then null else sequence end
                 where company_id = :company and debit_id = :id and state = :from
                """)
            .param("to", to.name())
            .param("reason", reason, Types.VARCHAR)
            .param("on", on)
            .param("company", companyId)
            .param("id", debit.id())
            .param("from", debit.state().name())
            .update()
        == 1;
  }

  /** Notes which money settled it; false where it was not with the bank. */
  public boolean settle(String companyId, UUID id, UUID paymentId, LocalDate on) {
    return jdbc.sql(
                """
                update debit set state = 'SETTLED', payment_id = :payment, ended_on = :on
                 where company_id = :company and debit_id = :id and state = 'SUBMITTED'
                """)
            .param("payment", paymentId)
            .param("on", on)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** Notes which money brought one that the bank had refused, and then booked all the same. */
  public void broughtBy(String companyId, UUID id, UUID paymentId) {
    jdbc.sql(
            "update debit set payment_id = :payment where company_id = :company and debit_id = :id")
        .param("payment", paymentId)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Says what a person is to do about one that was refused. */
  public void ask(String companyId, UUID id, Asks asks) {
    jdbc.sql("update debit set asks = :asks where company_id = :company and debit_id = :id")
        .param("asks", asks.name())
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** What a person is to do where a debit was refused. */
  public enum Asks {
    /** To have a new mandate signed. */
    NEW_MANDATE,
    /** To find out another account. */
    NEW_ACCOUNT,
    /** To ask the customer. */
    LOOK,
    /** To mend what the file said. */
    MEND
  }

  /** Takes those up that were refused and that nobody has seen to; each is given once. */
  public List<Debit> follow(String companyId) {
    List<UUID> ids =
        jdbc.sql(
                """
                update debit set followed = true
                 where company_id = :company and state in ('FAILED', 'RETURNED') and not followed
                returning debit_id
                """)
            .param("company", companyId)
            .query(UUID.class)
            .list();
    return ids.isEmpty()
        ? List.of()
        : select("d.debit_id = any(:ids)", companyId, Map.of("ids", ids.toArray(UUID[]::new)));
  }

  /** One. */
  public Optional<Debit> find(String companyId, UUID id) {
    return select("d.debit_id = :id", companyId, Map.of("id", id)).stream().findFirst();
  }

  /** The one of this name end to end. */
  public Optional<Debit> named(String companyId, String endToEndId) {
    return select("d.end_to_end_id = :name", companyId, Map.of("name", endToEndId)).stream()
        .findFirst();
  }

  /** Those of these names. */
  public List<Debit> named(String companyId, Collection<String> endToEndIds) {
    return select(
        "d.end_to_end_id = any(:names)",
        companyId,
        Map.of("names", endToEndIds.toArray(String[]::new)));
  }

  /** Those of a file, batch by batch. */
  public List<Debit> ofCollection(String companyId, UUID collectionId) {
    return select("d.collection_id = :collection", companyId, Map.of("collection", collectionId));
  }

  /** All that is under way in a company. */
  public List<Debit> underWay(String companyId) {
    return select("d." + UNDER_WAY, companyId, Map.of());
  }

  /** All of these customers, the latest first. */
  public List<Debit> ofCustomers(String companyId, Collection<UUID> customers, int most) {
    return latest(
        "d.customer_id = any(:customers)",
        companyId,
        Map.of("customers", customers.toArray(UUID[]::new)),
        most);
  }

  /** All of an invoice, the latest first. */
  public List<Debit> ofInvoice(String companyId, UUID invoiceId, int most) {
    return latest("d.invoice_id = :invoice", companyId, Map.of("invoice", invoiceId), most);
  }

  /** All of a company in these states, the latest first. */
  public List<Debit> in(String companyId, Collection<DebitState> states, int most) {
    return latest(
        "d.state = any(:states)",
        companyId,
        Map.of("states", states.stream().map(Enum::name).toArray(String[]::new)),
        most);
  }

  /** Those that this money settled. */
  public List<Debit> settledBy(String companyId, UUID paymentId) {
    return select("d.payment_id = :payment", companyId, Map.of("payment", paymentId));
  }

  /** The invoices of which something is under way. */
  public Set<UUID> invoicesUnderWay(String companyId) {
    return days("", companyId, Map.of()).keySet();
  }

  /** Those of these invoices, with the day on which each is collected next. */
  public Map<UUID, LocalDate> underWay(String companyId, Collection<UUID> invoices) {
    return days(
        "invoice_id = any(:invoices) and ",
        companyId,
        Map.of("invoices", invoices.toArray(UUID[]::new)));
  }

  private Map<UUID, LocalDate> days(String which, String companyId, Map<String, ?> values) {
    Map<UUID, LocalDate> days = new HashMap<>();
    jdbc.sql(
            "select invoice_id, collect_on from debit where company_id = :company and not tested and "
                + which
                + UNDER_WAY
                + " order by collect_on desc")
        .param("company", companyId)
        .params(values)
        .query(
            row -> {
              days.put(
                  row.getObject("invoice_id", UUID.class),
                  row.getObject("collect_on", LocalDate.class));
            });
    return days;
  }

  /** An instalment that was collected, or tried. */
  public record Instalment(UUID invoiceId, LocalDate dueDate) {}

  /**
   * The instalments that are not to be announced by themselves: those under way, settled, or
   * refused by a bank before.
   */
  public Set<Instalment> tried(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct invoice_id, due_date from debit
                 where company_id = :company and (state <> 'WITHDRAWN' or reason = 'PERSON')
                """)
            .param("company", companyId)
            .query(
                (row, number) ->
                    new Instalment(
                        row.getObject("invoice_id", UUID.class),
                        row.getObject("due_date", LocalDate.class)))
            .list());
  }

  /** Whether anything of a customer is under way, so that its data is still needed. */
  public boolean anyUnderWay(String companyId, UUID customerId) {
    return jdbc.sql(
            "select exists (select from debit where company_id = :company"
                + " and customer_id = :customer and "
                + UNDER_WAY
                + ")")
        .param("company", companyId)
        .param("customer", customerId)
        .query(Boolean.class)
        .single();
  }

  private List<Debit> select(String where, String companyId, Map<String, ?> values) {
    return jdbc.sql(SELECT + where + " order by d.batch nulls first, d.debit_id")
        .param("company", companyId)
        .params(values)
        .query(rows::row)
        .list();
  }

  private List<Debit> latest(String where, String companyId, Map<String, ?> values, int most) {
    return jdbc.sql(SELECT + where + " order by d.debit_id desc limit :most")
        .param("company", companyId)
        .params(values)
        .param("most", most)
        .query(rows::row)
        .list();
  }
}
