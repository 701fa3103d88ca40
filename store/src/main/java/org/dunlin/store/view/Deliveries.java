package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryRows;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox as people see it. */
public final class Deliveries {
  /** What {@link #line} reads, in a query over the table {@code delivery} by the name d. */
  public static final String COLUMNS =
      DeliveryRows.COLUMNS
          + ", (select count(*) from problem p where p.company_id = d.company_id"
          + " and p.delivery_id = d.delivery_id) as problems";

  private static final String SELECT =
      "select " + COLUMNS + " from delivery d where company_id = :company";

  /** So many are looked at to say what failed alike. */
  public static final int MOST_ALIKE = 10_000;

  private static final String OF_CODE =
      "delivery_id in (select p.delivery_id from problem p"
          + " where p.company_id = :company and p.code = :reason)";

  private static final String ALIKE_AS_A_WHOLE =
      """
      select reason_code as reason, connection_id, stream from delivery
       where company_id = :company and state = :state and state in ('QUARANTINED', 'POISON')
       order by delivery_id desc
      """;

  private static final String ALIKE_IN_PART =
      """
      select distinct p.code as reason, d.connection_id, d.stream, d.delivery_id
        from problem p join delivery d using (company_id, delivery_id)
       where p.company_id = :company and d.state = 'APPLIED' and :state = 'PARTLY'
      """;

  private final JdbcClient jdbc;

  Deliveries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Which deliveries are asked for. */
  public enum Choice {
    /** Every one. */
    ALL("true"),
    /** Refused as a whole. */
    QUARANTINED("state = 'QUARANTINED'"),
    /** Tried too often. */
    POISON("state = 'POISON'"),
    /** Applied, with problems of single records. */
    PARTLY(
        "state = 'APPLIED' and delivery_id in (select p.delivery_id from problem p"
            + " where p.company_id = :company)"),
    /** Not translated yet. */
    WAITING("state in ('NEW', 'CLAIMED')"),
    /** Translated. */
    APPLIED("state = 'APPLIED'");

    private final String condition;

    Choice(String condition) {
      this.condition = condition;
    }

    /** Whether something is wrong with those, so that they may be read again all at once. */
    public boolean failed() {
      return switch (this) {
        case QUARANTINED, POISON, PARTLY -> true;
        case ALL, WAITING, APPLIED -> false;
      };
    }
  }

  /**
   * Which deliveries are asked for.
   *
   * @param connectionId only those that came by it; absent: by any
   * @param reasonCode only those that failed for it, or of which a record did; absent: for any
   * @param stream only those of this stream of a program; absent: of any
   */
  public record Wanted(
      Choice choice,
      @Nullable String connectionId,
      @Nullable String reasonCode,
      @Nullable String stream) {
    /** All of a choice. */
    public static Wanted all(Choice choice) {
      return new Wanted(choice, null, null, null);
    }

    private Conditions conditions(String companyId, int most) {
      Conditions conditions = new Conditions(companyId, most).and(choice.condition);
      if (connectionId != null) {
        conditions.and("connection_id = :connection", "connection", connectionId);
      }
      if (stream != null) {
        conditions.and("stream = :stream", "stream", stream);
      }
      if (reasonCode != null) {
        conditions.and(choice == Choice.PARTLY ? OF_CODE : "reason_code = :reason");
        conditions.with("reason", reasonCode);
      }
      return conditions;
    }
  }

  /**
   * Deliveries that failed alike.
   *
   * @param reasonCode what is wrong with them, or with a record of each
   * @param stream absent of files
   */
  public record Alike(
      @Nullable String reasonCode, String connectionId, @Nullable String stream, int deliveries) {}

  /**
   * A delivery and what is wrong with its records.
   *
   * @param problems of single records, while the rest went on
   */
  public record Line(Delivery delivery, int problems) {}

  /** The newest first. */
  public List<Line> newest(String companyId, Choice choice, int most) {
    return newest(new Conditions(companyId, most).and(choice.condition));
  }

  /** A page of deliveries, the newest first. */
  public Page<Line> page(String companyId, Choice choice, @Nullable Cursor after, int most) {
    return page(companyId, Wanted.all(choice), after, most);
  }

  /** A page of deliveries, the newest first. */
  public Page<Line> page(String companyId, Wanted wanted, @Nullable Cursor after, int most) {
    Conditions conditions = wanted.conditions(companyId, most + 1);
    if (after != null) {
      conditions.and("delivery_id < :after", "after", after.id(0));
    }
    return Page.of(newest(conditions), most, line -> Cursor.at(line.delivery().id()));
  }

  /** How many there are, as far as they are no more than so many. */
  public int count(String companyId, Wanted wanted, int most) {
    Conditions conditions = wanted.conditions(companyId, most);
    return jdbc.sql(
            "select count(*) from (select from delivery d where company_id = :company"
                + conditions.text()
                + " limit :most) counted")
        .params(conditions.values())
        .query(Integer.class)
        .single();
  }

  /**
   * Those that come next, the oldest first.
   *
   * @param upTo none that came after this one
   * @param behind none that came before it; absent: from the first
   */
  public List<UUID> next(
      String companyId, Wanted wanted, UUID upTo, @Nullable UUID behind, int most) {
    Conditions conditions =
        wanted.conditions(companyId, most).and("delivery_id <= :upTo", "upTo", upTo);
    if (behind != null) {
      conditions.and("delivery_id > :behind", "behind", behind);
    }
    return jdbc.sql(
            "select delivery_id from delivery d where company_id = :company"
                + conditions.text()
                + " order by delivery_id limit :most")
        .params(conditions.values())
        .query(UUID.class)
        .list();
  }

  /** What failed alike, the most first; none of what did not fail. */
  public List<Alike> alike(String companyId, Choice choice, int most) {
    if (!choice.failed()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select reason, connection_id, stream, count(*) as deliveries from (%s limit %d) d
             group by reason, connection_id, stream
             order by deliveries desc, reason, connection_id, stream limit :most
            """
                .formatted(choice == Choice.PARTLY ? ALIKE_IN_PART : ALIKE_AS_A_WHOLE, MOST_ALIKE))
        .param("company", companyId)
        .param("state", choice.name())
        .param("most", most)
        .query(
            (row, number) ->
                new Alike(
                    row.getString("reason"),
                    row.getString("connection_id"),
                    row.getString("stream"),
                    row.getInt("deliveries")))
        .list();
  }

  /** What brought an invoice and its changes, the newest first. */
  List<Line> ofInvoice(String companyId, UUID invoiceId, int most) {
    return newest(
        new Conditions(companyId, most)
            .and(
                """
                delivery_id in (select delivery_id from journal where company_id = :company
                                   and subject_kind = 'invoice' and subject_id = cast(:invoice as text))
                """,
                "invoice",
                invoiceId));
  }

  /** What brought a payment. */
  Optional<Line> ofPayment(String companyId, UUID paymentId) {
    return newest(
            new Conditions(companyId, 1)
                .and(
                    "delivery_id = (select delivery_id from payment"
                        + " where company_id = :company and payment_id = :payment)",
                    "payment",
                    paymentId))
        .stream()
        .findFirst();
  }

  private List<Line> newest(Conditions conditions) {
    return jdbc.sql(SELECT + conditions.text() + " order by delivery_id desc limit :most")
        .params(conditions.values())
        .query(Deliveries::line)
        .list();
  }

  /** One delivery of the company. */
  public Optional<Line> find(String companyId, UUID deliveryId) {
    return jdbc.sql(SELECT + " and delivery_id = :id")
        .param("company", companyId)
        .param("id", deliveryId)
        .query(Deliveries::line)
        .optional();
  }

  /** The delivery of a row. */
  public static Line line(ResultSet row, int number) throws SQLException {
    return new Line(DeliveryRows.delivery(row), row.getInt("problems"));
  }
}
