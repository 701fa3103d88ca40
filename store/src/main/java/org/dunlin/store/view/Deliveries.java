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
  }

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
    return page(companyId, choice, null, after, most);
  }

  /**
   * A page of deliveries, the newest first.
   *
   * @param connectionId only those that came by it; absent: by any
   */
  public Page<Line> page(
      String companyId,
      Choice choice,
      @Nullable String connectionId,
      @Nullable Cursor after,
      int most) {
    Conditions conditions = new Conditions(companyId, most + 1).and(choice.condition);
    if (connectionId != null) {
      conditions.and("connection_id = :connection", "connection", connectionId);
    }
    if (after != null) {
      conditions.and("delivery_id < :after", "after", after.id(0));
    }
    return Page.of(newest(conditions), most, line -> Cursor.at(line.delivery().id()));
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
