package org.dunlin.store.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.ThisTransaction;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit log and timeline: rows are only ever appended. What a row about a customer, its
 * documents or its reminders says is sealed with the customer's key; who, what and when stay
 * readable.
 */
public final class Journal {
  /** What {@link #entry} reads of {@link #ROWS}. */
  public static final String COLUMNS =
      """
      j.company_id, j.journal_id, j.at, j.business_date, j.actor, j.subject_kind, j.subject_id, j.event,
      j.reason, j.before, j.after, j.delivery_id, j.customer_id, j.sealed, k.wrapped
      """;

  /** The rows with the keys of the customers whom they are about. */
  public static final String ROWS =
      "journal j left join customer_key k on k.company_id = j.company_id"
          + " and k.customer_id = j.customer_id";

  /** By how much ids may lie before their transaction, or ahead, by the clock of the database. */
  static final Duration APART = Duration.ofMillis(250);

  private static final Duration ANY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  /** The journal of this database, and the keys that open it. */
  public Journal(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /**
   * A row as people read it.
   *
   * @param before the record as it was, as canonical JSON, where there was one
   * @param after the record as it became
   * @param deliveryId what brought the fact, where a delivery did
   */
  public record Entry(
      UUID id,
      Instant at,
      LocalDate businessDate,
      String actor,
      String subjectKind,
      String subjectId,
      String event,
      @Nullable String reason,
      @Nullable String before,
      @Nullable String after,
      @Nullable UUID deliveryId) {}

  /**
   * From now on until the transaction ends well the rows of a company are gathered, and appended in
   * few round trips. For a transaction that does not read what it noted itself, nor destroys keys.
   */
  public void gather(String companyId) {
    if (gathered(companyId).isEmpty()) {
      GatheredRows rows = new GatheredRows(jdbc, companyId, all -> insert(companyId, all));
      ThisTransaction.atLast(key(companyId), rows::append, rows);
    }
  }

  private Optional<GatheredRows> gathered(String companyId) {
    return ThisTransaction.atLast(key(companyId), GatheredRows.class);
  }

  private List<Object> key(String companyId) {
    return List.of(this, companyId);
  }

  /** Appends, in the transaction of the fact. */
  public void append(String companyId, Happening happening) {
    GatheredRows gathered = gathered(companyId).orElse(null);
    if (gathered != null) {
      gathered.add(Ids.next(), happening);
    } else {
      UUID customerId = customer(companyId, happening).orElse(null);
      insert(companyId, List.of(new Noted(Ids.next(), happening, customerId)));
    }
  }

  /** Appends all of these, in the transaction of their facts and in few round trips. */
  public void append(String companyId, List<Noted> all) {
    gathered(companyId)
        .ifPresentOrElse(gathered -> gathered.add(all), () -> insert(companyId, all));
  }

  private void insert(String companyId, List<Noted> all) {
    if (all.isEmpty()) {
      return;
    }
    Set<UUID> customers =
        all.stream().map(Noted::sealedFor).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<UUID, DataKey> of = keys.of(companyId, customers);
    if (!insert(new NotedRows(companyId, all, of), APART)) {
      insert(new NotedRows(companyId, renumbered(all), of), ANY);
    }
  }

  /**
   * Whoever reads on behind a row counts on it that no earlier one comes any more: that ids do not
   * lie before the transaction, by the clock of the database; where it has written nothing for
   * almost a minute, and is taken for one that only reads, not before this moment.
   *
   * @return false, and nothing is inserted, where some do, or lie ahead
   */
  private boolean insert(NotedRows rows, Duration apart) {
    return jdbc.sql(
                """
                insert into journal (company_id, journal_id, at, business_date, actor, subject_kind, subject_id,
                                     event, reason, before, after, delivery_id, customer_id, sealed)
                select :company, id, clock_timestamp(), date, actor, kind, subject, event, reason, before, after,
                       delivery, customer, sealed
                  from unnest(cast(:ids as uuid[]), cast(:dates as date[]), cast(:actors as text[]),
                              cast(:kinds as text[]), cast(:subjects as text[]), cast(:events as text[]),
                              cast(:reasons as text[]), cast(:befores as jsonb[]), cast(:afters as jsonb[]),
                              cast(:deliveries as uuid[]), cast(:customers as uuid[]), cast(:sealed as bytea[]))
                       with ordinality
                       as noted (id, date, actor, kind, subject, event, reason, before, after, delivery, customer,
                                 sealed, place)
                 where (select :earliest >= began - make_interval(secs => :apart)
                           and :latest <= clock_timestamp() + make_interval(secs => :apart)
                          from (select case when pg_current_xact_id_if_assigned() is null
                                             and now() < clock_timestamp() - interval '50 seconds'
                                            then clock_timestamp() else now() end as began) asked)
                 order by place
                """)
            .params(rows.values())
            .param("apart", apart.toMillis() / 1000.0)
            .update()
        > 0;
  }

  /** The same in their order, with ids that are made by the clock of the database. */
  private List<Noted> renumbered(List<Noted> all) {
    Instant database =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Duration apart = Duration.between(Instant.now(), database);
    Supplier<UUID> ids = Ids.by(Clock.offset(Clock.systemUTC(), apart));
    return all.stream()
        .map(each -> new Noted(ids.get(), each.happening(), each.customerId()))
        .toList();
  }

  /** Whom the row is about, where it is about one customer. */
  private Optional<UUID> customer(String companyId, Happening happening) {
    return Optional.ofNullable(
        new GatheredRows.Subjects(jdbc, companyId, List.of(happening)).customer(happening));
  }

  /** The newest rows of a company; what was sealed for an erased customer says nothing. */
  public List<Entry> newest(String companyId, int most) {
    return newest(companyId, "true", Map.of(), null, most);
  }

  /** A page of the rows of a company, the newest first. */
  public Page<Entry> page(String companyId, @Nullable Cursor after, int most) {
    return page(companyId, null, null, after, most);
  }

  /**
   * The rows of a company that are about one kind of subject, or of which one event tells, or both.
   *
   * @param subjectKind such as {@code invoice}; absent: every kind
   * @param event such as {@code INVOICE_ADDED}; absent: every event
   */
  public Page<Entry> page(
      String companyId,
      @Nullable String subjectKind,
      @Nullable String event,
      @Nullable Cursor after,
      int most) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    Map<String, Object> values = new HashMap<>();
    if (subjectKind != null) {
      conditions.add("j.subject_kind = :kind");
      values.put("kind", subjectKind);
    }
    if (event != null) {
      conditions.add("j.event = :event");
      values.put("event", event);
    }
    UUID before = after == null ? null : after.id(0);
    return Page.of(
        newest(companyId, String.join(" and ", conditions), values, before, most + 1),
        most,
        entry -> Cursor.at(entry.id()));
  }

  /** The rows about one subject, the newest first. */
  public List<Entry> about(
      String companyId, String subjectKind, Object subjectId, @Nullable UUID before, int most) {
    return newest(
        companyId,
        "j.subject_kind = :kind and j.subject_id = :subject",
        Map.of("kind", subjectKind, "subject", subjectId.toString()),
        before,
        most);
  }

  /** The rows about a customer, its documents or its reminders, the newest first. */
  public List<Entry> aboutCustomer(
      String companyId, UUID customerId, @Nullable UUID before, int most) {
    return newest(
        companyId, "j.customer_id = :customer", Map.of("customer", customerId), before, most);
  }

  private List<Entry> newest(
      String companyId,
      String condition,
      Map<String, Object> values,
      @Nullable UUID before,
      int most) {
    return jdbc.sql(
            select(condition)
                + (before == null ? "" : " and j.journal_id < :before")
                + " order by j.journal_id desc limit :most")
        .param("company", companyId)
        .params(values)
        .param("before", before, Types.OTHER)
        .param("most", most)
        .query((row, number) -> entry(row))
        .list();
  }

  /** All rows that are about a customer, its documents or its reminders, oldest first. */
  public void ofCustomer(String companyId, UUID customerId, Consumer<Entry> reader) {
    String about =
        """
        (j.customer_id = :customer
         or j.customer_id is null and (
              j.subject_kind = 'customer' and j.subject_id = cast(:customer as text)
           or j.subject_kind = 'invoice' and j.subject_id in (
                select cast(invoice_id as text) from invoice
                 where company_id = :company and customer_id = :customer)
           or j.subject_kind = 'action' and j.subject_id in (
                select action_id from action where company_id = :company and customer_id = :customer)))
        """;
    jdbc.sql(select(about) + " order by j.journal_id")
        .param("company", companyId)
        .param("customer", customerId)
        .query(
            row -> {
              reader.accept(entry(row));
            });
  }

  private static String select(String condition) {
    return "select "
        + COLUMNS
        + " from "
        + ROWS
        + " where j.company_id = :company and "
        + condition;
  }

  /** The entry of a row; what was sealed for an erased customer says nothing. */
  public Entry entry(ResultSet row) throws SQLException {
    List<@Nullable String> texts = texts(row);
    return new Entry(
        row.getObject("journal_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("business_date", LocalDate.class),
        row.getString("actor"),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getString("event"),
        texts.get(0),
        texts.get(1),
        texts.get(2),
        row.getObject("delivery_id", UUID.class));
  }

  /** Reason, before and after: plain, opened, or lost with the customer's key. */
  private List<@Nullable String> texts(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    if (sealed == null) {
      return Arrays.asList(
          row.getString("reason"), row.getString("before"), row.getString("after"));
    }
    String companyId = row.getString("company_id");
    String associated = associated(companyId, row.getObject("journal_id", UUID.class));
    return keys.unwrap(companyId, row.getObject("customer_id", UUID.class), row.getBytes("wrapped"))
        .filter(key -> key.sealed(sealed))
        .map(key -> SealedTexts.of(key.open(sealed, associated)))
        .orElseGet(() -> Arrays.asList(null, null, null));
  }

  static String associated(String companyId, UUID journalId) {
    return companyId + "|" + journalId + "|journal";
  }
}
