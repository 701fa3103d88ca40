package org.dunlin.store.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox as people see it. */
public final class Deliveries {
  private static final String SELECT =
      "select "
          + DeliveryRows.COLUMNS
          + ", (select count(*) from problem p where p.company_id = d.company_id"
          + " and p.delivery_id = d.delivery_id) as problems from delivery d where company_id = :company";

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
        "state = 'APPLIED' and exists (select 1 from problem p where p.company_id = d.company_id"
            + " and p.delivery_id = d.delivery_id)");

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
    return jdbc.sql(
            SELECT + " and " + choice.condition + " order by intake_sequence desc limit :most")
        .param("company", companyId)
        .param("most", most)
        .query((row, number) -> new Line(DeliveryRows.delivery(row), row.getInt("problems")))
        .list();
  }

  /** One delivery of the company. */
  public Optional<Line> find(String companyId, UUID deliveryId) {
    return jdbc.sql(SELECT + " and delivery_id = :id")
        .param("company", companyId)
        .param("id", deliveryId)
        .query((row, number) -> new Line(DeliveryRows.delivery(row), row.getInt("problems")))
        .optional();
  }
}
