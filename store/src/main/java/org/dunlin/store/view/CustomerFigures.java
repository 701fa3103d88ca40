package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers owe, from the figures that are kept of them. */
final class CustomerFigures {
  private final JdbcClient jdbc;

  CustomerFigures(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What each of these owes; one who owes nothing, and to whom nothing is owed, is not there. */
  Map<UUID, List<Owed>> of(String companyId, List<UUID> customers, LocalDate today) {
    Map<UUID, List<Owed>> owed = new HashMap<>();
    jdbc.sql(
            """
            select customer_id, currency, sum(open) as open, sum(credit) as credit, sum(invoices) as invoices,
                   coalesce(sum(open) filter (where due_date < :today), 0) as overdue,
                   nullif(min(due_date) filter (where open <> 0), 'infinity') as oldest
              from customer_due where company_id = :company and customer_id = any(:customers)
             group by customer_id, currency order by currency
            """)
        .param("today", today)
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .query(
            row -> {
              owed.computeIfAbsent(
                      row.getObject("customer_id", UUID.class), id -> new ArrayList<>())
                  .add(owed(row));
            });
    return owed;
  }

  private static Owed owed(ResultSet row) throws SQLException {
    return new Owed(
        Columns.money(row, "open"),
        Columns.money(row, "overdue"),
        Columns.money(row, "credit"),
        row.getInt("invoices"),
        row.getObject("oldest", LocalDate.class));
  }
}
