package org.dunlin.config.crash;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.Stores;
import org.dunlin.store.TestKeys;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.Outbox;
import org.dunlin.work.Payloads;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hub has in its database, read without its stores but for what is sealed. */
final class Books {
  private final JdbcClient database;
  private final Outbox sealed;

  Books(DataSource database) {
    this.database = JdbcClient.create(database);
    this.sealed =
        Stores.over(database, Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING).outbox();
  }

  /**
   * A delivery; its content as a digest.
   *
   * @param stream of a program, of which it is a page; absent of a file
   */
  record Arrived(
      String id,
      @Nullable String stream,
      String name,
      String sha256,
      String state,
      @Nullable String reason) {}

  /** A document and what the hub's own allocations claim of what is outstanding. */
  record Owed(
      String id,
      String connection,
      String number,
      String kind,
      BigDecimal total,
      BigDecimal outstanding,
      BigDecimal claimed) {
    /** In words that do not depend on ids. */
    String words() {
      return kind
          + " "
          + number
          + " "
          + total
          + " outstanding "
          + plain(outstanding)
          + " claimed "
          + plain(claimed);
    }
  }

  /** A payment and what of it is allocated or went back. */
  record Moved(
      String id,
      String key,
      BigDecimal amount,
      BigDecimal claimed,
      BigDecimal returned,
      String json) {
    Payment payment() {
      return StoredRecord.of(json, Payment.class);
    }

    /** What is allocated of it, or went back before it was. */
    BigDecimal used() {
      return claimed.add(returned);
    }
  }

  /**
   * An applied allocation, of a payment or a credit note; one with the rule RETURN takes back.
   *
   * @param booked whether its program has it in what is outstanding
   */
  record Line(
      @Nullable String payment,
      @Nullable String creditNote,
      String invoice,
      BigDecimal amount,
      boolean takesBack,
      boolean booked) {}

  /**
   * What the program is told.
   *
   * @param amount of the allocation that it tells; absent where it tells none
   * @param takenBack whether the program was told afterwards to take it back
   */
  record Told(
      String kind,
      String reference,
      String state,
      @Nullable BigDecimal amount,
      boolean takenBack) {}

  /** Something that was to leave. */
  record Leaving(
      String id,
      String kind,
      String state,
      @Nullable String reason,
      @Nullable String fileName,
      @Nullable String content) {}

  /** A step of an instalment that was taken, with the state of its action. */
  record Taken(String invoice, LocalDate due, String step, String action) {}

  List<Arrived> deliveries() {
    return list(
        "select * from delivery order by intake_sequence",
        row ->
            new Arrived(
                row.getString("delivery_id"),
                row.getString("stream"),
                row.getString("name"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("state"),
                row.getString("reason")));
  }

  List<Owed> documents() {
    return list(
        "select * from invoice order by number",
        row ->
            new Owed(
                row.getString("invoice_id"),
                row.getString("connection_id"),
                row.getString("number"),
                row.getString("kind"),
                row.getBigDecimal("total"),
                row.getBigDecimal("outstanding"),
                row.getBigDecimal("claimed")));
  }

  List<Moved> payments() {
    return list(
        "select * from payment order by entry_key",
        row ->
            new Moved(
                row.getString("payment_id"),
                row.getString("entry_key"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("claimed"),
                row.getBigDecimal("returned"),
                row.getString("record")));
  }

  List<Statement> statements() {
    return list(
        "select record from statement",
        row -> StoredRecord.of(row.getString("record"), Statement.class));
  }

  List<Line> applied() {
    return list(
        "select * from allocation where decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')",
        row ->
            new Line(
                row.getString("payment_id"),
                row.getString("credit_note_id"),
                row.getString("invoice_id"),
                row.getBigDecimal("amount"),
                "RETURN".equals(row.getString("rule")),
                "BOOKED".equals(row.getString("decision"))));
  }

  List<Told> told() {
    return list(
        """
        select w.kind, w.reference, e.state, a.amount,
               exists (select from write_back r
                         join effect x on x.company_id = r.company_id and x.effect_id = r.effect_id
                        where r.company_id = w.company_id and r.reverses = w.effect_id
                          and x.state = 'SENT') as taken_back
          from write_back w
          join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
          left join allocation a on a.company_id = w.company_id and a.allocation_id = w.allocation_id
         order by e.sequence
        """,
        row ->
            new Told(
                row.getString("kind"),
                row.getString("reference"),
                row.getString("state"),
                row.getBigDecimal("amount"),
                row.getBoolean("taken_back")));
  }

  /** Up to where each stream of the program was read, by its name. */
  Map<String, String> cursors() {
    Map<String, String> cursors = new TreeMap<>();
    database
        .sql("select stream, cursor from connection_stream where reading = 'POLL'")
        .query(
            row -> {
              cursors.put(row.getString("stream"), row.getString("cursor"));
            });
    return cursors;
  }

  List<Leaving> effects() {
    return list(
        "select company_id, effect_id from effect order by sequence",
        row -> leaving(row.getString("company_id"), row.getObject("effect_id", UUID.class)));
  }

  private Leaving leaving(String companyId, UUID effectId) {
    Effect effect = sealed.find(companyId, effectId).orElseThrow();
    Dispatch.StatusFile file =
        Payloads.dispatch(effect) instanceof Dispatch.StatusFile status ? status : null;
    return new Leaving(
        effect.id().toString(),
        effect.kind().name(),
        effect.state().name(),
        effect.reason(),
        file == null ? null : file.name(),
        file == null ? null : file.content());
  }

  /** By what the actions themselves say, not by the table that keeps them from being doubled. */
  List<Taken> steps() {
    return list(
        """
        select item ->> 'invoiceId' as invoice, item ->> 'dueDate' as due, item ->> 'step' as step,
               action_id
          from action, jsonb_array_elements(record -> 'items') item
         where state not in ('HELD', 'CANCELLED', 'FAILED')
        """,
        row ->
            new Taken(
                row.getString("invoice"),
                LocalDate.parse(row.getString("due")),
                row.getString("step"),
                row.getString("action_id")));
  }

  /** All that the ledger says, in words that do not depend on ids, times and the order of work. */
  List<String> ledger() {
    List<String> ledger = new ArrayList<>();
    documents().forEach(document -> ledger.add(document.words()));
    payments().forEach(p -> ledger.add(p.key() + " " + p.amount() + " used " + plain(p.used())));
    statements().forEach(s -> ledger.add(s.account().key() + " " + s.from() + " to " + s.to()));
    return ledger.stream().sorted().toList();
  }

  /** However many zeros came with it. */
  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Row<T> read) {
    RowMapper<T> mapper = (row, number) -> read.read(row);
    return database.sql(sql).query(mapper).list();
  }
}
