package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillRows;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.secret.CustomerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promises, disputes, arrangements and holds with the names of their customers and invoices. */
public final class StandstillList {
  private static final String QUERY =
      "select "
          + StandstillRows.COLUMNS
          + """
          , c.name as customer,
            array(select i.number from standstill_invoice x join invoice i using (company_id, invoice_id)
                   where x.company_id = s.company_id and x.standstill_id = s.standstill_id
                   order by x.invoice_id) as numbers
           from\s"""
          + StandstillRows.FROM
          + """
           join customer c on c.company_id = s.company_id and c.customer_id = s.customer_id
          where s.company_id = :company %s
          order by s.standstill_id desc limit :most
          """;

  private final JdbcClient jdbc;
  private final StandstillRows rows;

  StandstillList(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    rows = new StandstillRows(keys);
  }

  /**
   * One of them.
   *
   * @param numbers of its invoices, in their order
   */
  public record Line(Standstill standstill, String customer, List<String> numbers) {}

  /** A page of those of one kind, the latest first: that stand or wait, or all. */
  public Page<Line> page(
      String companyId, StandstillKind kind, boolean standing, @Nullable Cursor after, int most) {
    Conditions conditions =
        new Conditions(companyId, most + 1).and("s.kind = :kind", "kind", kind.name());
    if (after != null) {
      conditions.and("s.standstill_id < :after", "after", after.id(0));
    }
    String stands = standing ? " and s.state in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED')" : "";
    return Page.of(lines(conditions, stands), most, line -> Cursor.at(line.standstill().id()));
  }

  /** All of these customers, the latest first. */
  public List<Line> ofCustomers(String companyId, List<UUID> customers, int most) {
    return lines(
        new Conditions(companyId, most)
            .and("s.customer_id = any(:customers)", "customers", customers.toArray(UUID[]::new)),
        "");
  }

  /** All that are about an invoice, the latest first; without those on all of its customer. */
  public List<Line> ofInvoice(String companyId, UUID invoiceId, int most) {
    return lines(
        new Conditions(companyId, most)
            .and(
                "s.standstill_id in (select y.standstill_id from standstill_invoice y"
                    + " where y.company_id = :company and y.invoice_id = :invoice)",
                "invoice",
                invoiceId),
        "");
  }

  private List<Line> lines(Conditions conditions, String more) {
    return jdbc.sql(QUERY.formatted(conditions.text() + more))
        .params(conditions.values())
        .query(this::line)
        .list();
  }

  private Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        rows.row(row, number), row.getString("customer"), Columns.texts(row, "numbers"));
  }
}
