package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with what they owe. */
public final class CustomerList {
  private static final String LARGEST =
      """
      select c.customer_id, c.name, c.number, f.open
        from customer_figure f join customer c using (company_id, customer_id)
       where f.company_id = :company and f.currency = :currency and f.invoices > 0 %s
       order by f.open desc, f.customer_id limit :most
      """;

  private static final String BY_NAME =
      """
      select c.customer_id, c.name, c.number, cast(null as numeric) as open from customer c
       where c.company_id = :company %s
       order by lower(c.name), c.customer_id limit :most
      """;

  /** Where a list by name begins again; the name itself goes to nobody as a place. */
  private static final String AFTER_NAME =
      """
      lower(c.name) >= (select lower(name) from customer where company_id = :company and customer_id = :after)
      and (lower(c.name) > (select lower(name) from customer where company_id = :company and customer_id = :after)
           or c.customer_id > :after)
      """;

  private final JdbcClient jdbc;
  private final CustomerFigures figures;

  CustomerList(DataSource pool, CustomerFigures figures) {
    jdbc = JdbcClient.create(pool);
    this.figures = figures;
  }

  /**
   * Which customers are asked for.
   *
   * @param owing those who owe in this currency, who owe most first; absent: all, by name
   * @param search the beginnings of words of the name or the number; absent: whatever they are
   */
  public record Choice(@Nullable CurrencyUnit owing, @Nullable String search) {}

  /**
   * A customer.
   *
   * @param owed what is owed, a currency at a time; empty where nothing is
   */
  public record Line(UUID id, String name, @Nullable String number, List<Owed> owed) {}

  private record Row(UUID id, String name, @Nullable String number, Cursor place) {}

  /** A page of customers; what is overdue is so on {@code today}. */
  public Page<Line> page(
      String companyId, Choice choice, LocalDate today, @Nullable Cursor after, int most) {
    Conditions conditions = new Conditions(companyId, most + 1);
    if (choice.search() != null) {
      conditions.and("c.words @@ prefixes_of(:search)", "search", choice.search());
    }
    Page<Row> rows =
        choice.owing() == null
            ? byName(conditions, choice.search() != null, after, most)
            : largest(conditions, choice.owing(), after, most);
    Map<UUID, List<Owed>> owed =
        figures.of(companyId, rows.items().stream().map(Row::id).toList(), today);
    return rows.map(
        row ->
            new Line(row.id(), row.name(), row.number(), owed.getOrDefault(row.id(), List.of())));
  }

  private Page<Row> largest(
      Conditions conditions, CurrencyUnit currency, @Nullable Cursor after, int most) {
    conditions.with("currency", currency.getCode());
    if (after != null) {
      conditions
          .and("f.open <= :open", "open", after.decimal(0))
          .and("(f.open < :open or f.customer_id > :after)", "after", after.id(1));
    }
    return page(LARGEST, conditions, most);
  }

  private Page<Row> byName(
      Conditions conditions, boolean searched, @Nullable Cursor after, int most) {
    if (after != null) {
      conditions.and(AFTER_NAME, "after", after.id(0));
    }
    if (!searched) {
      conditions.and(
          "not exists (select from customer_link l where l.company_id = c.company_id"
              + " and l.customer_id = c.customer_id)"); // they stand with the one who leads
    }
    return page(BY_NAME, conditions, most);
  }

  private Page<Row> page(String query, Conditions conditions, int most) {
    return Page.of(
        jdbc.sql(query.formatted(conditions.text()))
            .params(conditions.values())
            .query(CustomerList::row)
            .list(),
        most,
        Row::place);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("customer_id", UUID.class);
    String open = row.getString("open");
    return new Row(
        id,
        row.getString("name"),
        row.getString("number"),
        open == null ? Cursor.at(id) : Cursor.at(open, id));
  }
}
