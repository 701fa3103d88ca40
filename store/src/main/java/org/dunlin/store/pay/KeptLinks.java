package org.dunlin.store.pay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.store.Digests;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.pay.KeptLink.AtProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payment links. */
public final class KeptLinks {
  /** What is read of a link, which is called l. */
  public static final String COLUMNS =
      "l.*, array(select x.invoice_id from payment_link_invoice x where x.company_id = l.company_id"
          + " and x.link_id = l.link_id order by x.invoice_id) as invoices";

  private static final String SELECT = "select " + COLUMNS + " from payment_link l";

  private final JdbcClient jdbc;

  /** Those of this database. */
  public KeptLinks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds an open one; false where there is an open one for the same set already. */
  public boolean add(String companyId, KeptLink link) {
    int added =
        jdbc.sql(
                """
                insert into payment_link (company_id, link_id, customer_id, invoice_set, state, amount, currency,
                                          expires_on, made_by, made_on)
                values (:company, :id, :customer, :set, 'OPEN', :amount, :currency, :expires, :by, :on)
                on conflict (company_id, invoice_set) where state = 'OPEN' do nothing
                """)
            .param("company", companyId)
            .param("id", link.id())
            .param("customer", link.customerId())
            .param("set", set(link.invoices()))
            .param("amount", link.amount().getAmount())
            .param("currency", link.amount().getCurrencyUnit().getCode())
            .param("expires", link.expiresOn())
            .param("by", link.madeBy())
            .param("on", link.madeOn())
            .update();
    if (added == 1) {
      jdbc.sql("insert into payment_link_invoice select :company, :id, unnest(:invoices)")
          .param("company", companyId)
          .param("id", link.id())
          .param("invoices", link.invoices().toArray(UUID[]::new))
          .update();
    }
    return added == 1;
  }

  /** One. */
  public Optional<KeptLink> find(String companyId, UUID id) {
    return jdbc.sql(SELECT + " where l.company_id = :company and l.link_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(KeptLinks::row)
        .optional();
  }

  /** One, held until the transaction ends; empty where another transaction holds it. */
  public Optional<KeptLink> lockFree(String companyId, UUID id) {
    return jdbc.sql(
            "select 1 from payment_link where company_id = :company and link_id = :id"
                + " for no key update skip locked")
        .param("company", companyId)
        .param("id", id)
        .query(Integer.class)
        .optional()
        .flatMap(held -> find(companyId, id)); // read once it is held
  }

  /** One, held until the transaction ends. */
  public Optional<KeptLink> lock(String companyId, UUID id) {
    jdbc.sql(
            "select 1 from payment_link where company_id = :company and link_id = :id"
                + " for no key update")
        .param("company", companyId)
        .param("id", id)
        .query(row -> {}); // read once it is held
    return find(companyId, id);
  }

  /** The open one of a set of invoices, else the latest of it. */
  public Optional<KeptLink> ofSet(String companyId, Collection<UUID> invoices) {
    return jdbc.sql(
            SELECT
                + " where l.company_id = :company and l.invoice_set = :set"
                + " order by l.state = 'OPEN' desc, l.link_id desc limit 1")
        .param("company", companyId)
        .param("set", set(invoices))
        .query(KeptLinks::row)
        .optional();
  }

  /** Those of these customers, the latest first. */
  public List<KeptLink> ofCustomers(String companyId, Collection<UUID> customers, int most) {
    return jdbc.sql(
            SELECT
                + " where l.company_id = :company and l.customer_id = any(:customers)"
                + " order by l.link_id desc limit :most")
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .param("most", most)
        .query(KeptLinks::row)
        .list();
  }

  /** Those with an invoice among others, the latest first. */
  public List<KeptLink> ofInvoice(String companyId, UUID invoiceId, int most) {
    return jdbc.sql(
            SELECT
                + """
                   where l.company_id = :company and l.link_id in (
                         select x.link_id from payment_link_invoice x
                          where x.company_id = :company and x.invoice_id = :invoice)
                   order by l.link_id desc limit :most
                  """)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .param("most", most)
        .query(KeptLinks::row)
        .list();
  }

  /** Those of a company, the latest first: the open ones, or all. */
  public List<KeptLink> latest(String companyId, boolean open, @Nullable Cursor after, int most) {
    String before = after == null ? "" : " and l.link_id < :after";
    String which = open ? " and l.state = 'OPEN'" : "";
    JdbcClient.StatementSpec query =
        jdbc.sql(
                SELECT
                    + " where l.company_id = :company"
                    + which
                    + before
                    + " order by l.link_id desc limit :most")
            .param("company", companyId)
            .param("most", most);
    return (after == null ? query : query.param("after", after.id(0))).query(KeptLinks::row).list();
  }

  /**
   * The open ones whose last day is over, of which nothing is open any more, or of which another
   * amount is open than they say.
   */
  public List<UUID> outdated(String companyId, LocalDate today) {
    return jdbc.sql(
            """
            select l.link_id
              from payment_link l
              join payment_link_invoice x on x.company_id = l.company_id and x.link_id = l.link_id
              join invoice i on i.company_id = x.company_id and i.invoice_id = x.invoice_id
             where l.company_id = :company and l.state = 'OPEN'
             group by l.link_id, l.expires_on, l.amount
            having l.expires_on < :today
                or l.amount <> sum(case when i.status = 'OPEN' then greatest(i.outstanding - i.claimed, 0)
                                        else 0 end)
             order by l.link_id
            """)
        .param("company", companyId)
        .param("today", today)
        .query(UUID.class)
        .list();
  }

  /** The open ones with any of these invoices, in one order. */
  public List<UUID> open(String companyId, Collection<UUID> invoices) {
    return jdbc.sql(
            """
            select l.link_id from payment_link l
             where l.company_id = :company and l.state = 'OPEN' and l.link_id in (
                   select x.link_id from payment_link_invoice x
                    where x.company_id = :company and x.invoice_id = any(:invoices))
             order by l.link_id
            """)
        .param("company", companyId)
        .param("invoices", invoices.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** Says how a link is now, in place of how it was. */
  public void change(String companyId, KeptLink link, String by, LocalDate today) {
    AtProvider at = link.atProvider();
    jdbc.sql(
            """
            update payment_link
               set state = :state, amount = :amount, generation = :generation, expires_on = :expires,
                   voided = :voided, provider_connection = :connection, provider_link = :provider,
                   provider_url = :url, changed_by = :by, changed_on = :on
             where company_id = :company and link_id = :id
            """)
        .param("state", link.state().name())
        .param("amount", link.amount().getAmount())
        .param("generation", link.generation())
        .param("expires", link.expiresOn())
        .param("voided", link.voided())
        .param("connection", at == null ? null : at.connectionId(), java.sql.Types.VARCHAR)
        .param("provider", at == null ? null : at.id(), java.sql.Types.VARCHAR)
        .param("url", at == null ? null : at.url(), java.sql.Types.VARCHAR)
        .param("by", by)
        .param("on", today)
        .param("company", companyId)
        .param("id", link.id())
        .update();
  }

  /** Revokes every address of a customer's links that was given out; how many links that were. */
  public int revoke(String companyId, UUID customerId, String by, LocalDate today) {
    return jdbc.sql(
            """
            update payment_link
               set generation = generation + 1, changed_by = :by, changed_on = :on,
                   provider_connection = null, provider_link = null, provider_url = null
             where company_id = :company and customer_id = :customer
            """)
        .param("by", by)
        .param("on", today)
        .param("company", companyId)
        .param("customer", customerId)
        .update();
  }

  private static byte[] set(Collection<UUID> invoices) {
    MessageDigest digest = Digests.sha256();
    return digest.digest(
        invoices.stream()
            .map(UUID::toString)
            .sorted()
            .collect(Collectors.joining(","))
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** One of a row of {@link #COLUMNS}. */
  public static KeptLink row(ResultSet row, int number) throws SQLException {
    String connection = row.getString("provider_connection");
    Array invoices = row.getArray("invoices");
    return new KeptLink(
        row.getObject("link_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        Arrays.asList((UUID[]) invoices.getArray()),
        PaymentLinkState.valueOf(row.getString("state")),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        row.getInt("generation"),
        row.getObject("expires_on", LocalDate.class),
        row.getBoolean("voided"),
        connection == null
            ? null
            : new AtProvider(
                connection, row.getString("provider_link"), row.getString("provider_url")),
        row.getString("made_by"),
        row.getObject("made_on", LocalDate.class));
  }
}
