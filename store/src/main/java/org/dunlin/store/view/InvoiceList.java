package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.core.figure.Goal;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices and credit notes. */
public final class InvoiceList {
  /** An invoice of which something is open has one earliest instalment of which something is. */
  private static final String QUERY =
      """
      select i.invoice_id, i.number, i.kind, i.customer_id, c.name as customer, i.issue_date,
             nullif(coalesce(o.due_date, i.due_date), 'infinity') as due, i.currency, i.total,
             case when i.status = 'OPEN' then i.outstanding - i.claimed else 0 end as open, i.status,
             (select max(a.on_date) from action_item t join action a using (company_id, action_id)
               where t.company_id = i.company_id and t.invoice_id = i.invoice_id
                 and a.state in ('SENT', 'DONE')) as reminded,
             cast(o.due_date as text) as due_place
        from %s join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
       where i.company_id = :company %s
       order by %s limit :most
      """;

  private static final String JOINED =
      "%s join open_instalment o on o.company_id = i.company_id and o.invoice_id = i.invoice_id"
          + " and o.earliest";

  private static final String OPEN_INVOICE =
      "i.kind = 'INVOICE' and i.status = 'OPEN' and i.claimed < i.outstanding";

  private static final String OF_OWN_DAYS =
      """
      customer_goal g
      join open_instalment o on o.company_id = g.company_id and o.customer_id = g.customer_id
           and o.earliest and o.kind = 'INVOICE'
      join invoice i on i.company_id = o.company_id and i.invoice_id = o.invoice_id
      """;

  private static final String NUMBER = "lower(i.number) collate \"C\"";

  private static final String NUMBER_OF_PLACE =
      "(select lower(number) collate \"C\" from invoice"
          + " where company_id = :company and invoice_id = :after)";

  /** Where that lies which is due on no known day. */
  private static final String NO_DAY = "infinity";

  private final JdbcClient jdbc;

  InvoiceList(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Which documents are asked for. */
  public enum Filter {
    /** Invoices of which something is open, those due first before. */
    OPEN("i.kind = 'INVOICE' and o.earliest and o.kind = 'INVOICE'"),
    /** Invoices of which something is overdue, those overdue longest before. */
    OVERDUE(OPEN.condition + " and o.due_date < :today"),
    /** Invoices that are paid, by the source or by what the hub allocated; the newest first. */
    PAID(
        "i.kind = 'INVOICE' and (i.status = 'PAID' or i.status = 'OPEN' and i.claimed >="
            + " i.outstanding)"),
    /** Credit notes, the newest first. */
    CREDIT_NOTES("i.kind = 'CREDIT_NOTE'"),
    /** Every document, the newest first. */
    ALL("true");

    private final String condition;

    Filter(String condition) {
      this.condition = condition;
    }

    private boolean byDueDate() {
      return this == OPEN || this == OVERDUE;
    }
  }

  /**
   * Which documents are asked for.
   *
   * @param customer whose; absent: everyone's
   * @param number how the number begins, in any case of letters; with it, the list is by number
   */
  public record Choice(Filter filter, @Nullable UUID customer, @Nullable String number) {}

  /**
   * A document.
   *
   * @param due when its earliest open instalment is due; of one with nothing open, what the source
   *     says; absent where no day is known
   * @param open what the source says is outstanding less the hub's own allocations
   * @param lastReminder the business date of the last reminder that went out
   */
  public record Line(
      UUID id,
      String number,
      InvoiceKind kind,
      UUID customerId,
      String customer,
      LocalDate issueDate,
      @Nullable LocalDate due,
      Money total,
      Money open,
      InvoiceStatus status,
      @Nullable LocalDate lastReminder) {}

  private record Row(Line line, @Nullable String duePlace) {}

  /** A page of documents; what is overdue is so on {@code today}. */
  public Page<Line> page(
      String companyId, Choice choice, LocalDate today, @Nullable Cursor after, int most) {
    Conditions conditions = new Conditions(companyId, most + 1).with("today", today);
    conditions.and(choice.filter().condition);
    if (choice.customer() != null) {
      conditions.and("i.customer_id = :customer", "customer", choice.customer());
      if (choice.filter().byDueDate()) {
        conditions.and("o.customer_id = :customer"); // the planner does not conclude it
      }
    }
    return choice.number() != null
        ? byNumber(conditions, choice.filter(), choice.number(), after, most)
        : choice.filter().byDueDate()
            ? byDueDate(conditions, after, most)
            : newest(conditions, after, most);
  }

  /**
   * The invoices that keep least to a goal of days: those due, or issued, longest ago. A customer
   * may have days of its own.
   */
  public List<Line> beyond(String companyId, Goal goal, LocalDate today, int most) {
    boolean issued = goal.kind() == Goal.Kind.DAYS_SINCE_ISSUE;
    String day = issued ? "i.issue_date" : "o.due_date";
    Conditions usual =
        new Conditions(companyId, most)
            .and("o.company_id = :company and o.kind = 'INVOICE' and " + OPEN_INVOICE)
            .and(day + " < :latest", "latest", today.minusDays(goal.most()))
            .and(
                "not exists (select from customer_goal g where g.company_id = i.company_id"
                    + " and g.customer_id = i.customer_id)");
    Conditions own =
        new Conditions(companyId, most)
            .and(OPEN_INVOICE)
            .and("g.company_id = :company")
            .and(day + " < cast(:today as date) - g.most", "today", today);
    Comparator<Line> order =
        Comparator.comparing(
            issued ? Line::issueDate : line -> Objects.requireNonNull(line.due(), "it is due"));
    return Stream.concat(
            lines("invoice i " + JOINED.formatted(""), usual, day + ", i.invoice_id"),
            lines(OF_OWN_DAYS, own, day + ", i.invoice_id"))
        .sorted(order)
        .limit(most)
        .toList();
  }

  private Stream<Line> lines(String from, Conditions conditions, String order) {
    return jdbc
        .sql(QUERY.formatted(from, conditions.text(), order))
        .params(conditions.values())
        .query(InvoiceList::row)
        .list()
        .stream()
        .map(Row::line);
  }

  private Page<Line> byNumber(
      Conditions conditions, Filter filter, String number, @Nullable Cursor after, int most) {
    conditions.and(NUMBER + " like lower(:number)", "number", prefix(number));
    if (after != null) {
      conditions
          .and(NUMBER + " >= " + NUMBER_OF_PLACE, "after", after.id(0))
          .and("(" + NUMBER + " > " + NUMBER_OF_PLACE + " or i.invoice_id > :after)");
    }
    return page(
        "invoice i " + JOINED.formatted(filter.byDueDate() ? "" : "left"),
        conditions,
        NUMBER + ", i.invoice_id",
        most,
        row -> Cursor.at(row.line().id()));
  }

  private Page<Line> byDueDate(Conditions conditions, @Nullable Cursor after, int most) {
    conditions.and("o.company_id = :company");
    if (after != null) {
      conditions
          .with("due", due(after))
          .and("(o.due_date, o.invoice_id) > (cast(:due as date), :after)", "after", after.id(1));
    }
    return page(
        "invoice i " + JOINED.formatted(""),
        conditions,
        "o.due_date, o.invoice_id",
        most,
        row -> Cursor.at(String.valueOf(row.duePlace()), row.line().id()));
  }

  private static String due(Cursor after) {
    return after.string(0).equals(NO_DAY) ? NO_DAY : after.date(0).toString();
  }

  private Page<Line> newest(Conditions conditions, @Nullable Cursor after, int most) {
    if (after != null) {
      conditions
          .with("issued", after.date(0))
          .and("(i.issue_date, i.invoice_id) < (:issued, :after)", "after", after.id(1));
    }
    return page(
        "invoice i " + JOINED.formatted("left"),
        conditions,
        "i.issue_date desc, i.invoice_id desc",
        most,
        row -> Cursor.at(row.line().issueDate(), row.line().id()));
  }

  private Page<Line> page(
      String from, Conditions conditions, String order, int most, Function<Row, Cursor> place) {
    return Page.of(
            jdbc.sql(QUERY.formatted(from, conditions.text(), order))
                .params(conditions.values())
                .query(InvoiceList::row)
                .list(),
            most,
            place)
        .map(Row::line);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new Line(
            row.getObject("invoice_id", UUID.class),
            row.getString("number"),
            InvoiceKind.valueOf(row.getString("kind")),
            row.getObject("customer_id", UUID.class),
            row.getString("customer"),
            row.getObject("issue_date", LocalDate.class),
            row.getObject("due", LocalDate.class),
            Columns.money(row, "total"),
            Columns.money(row, "open"),
            InvoiceStatus.valueOf(row.getString("status")),
            row.getObject("reminded", LocalDate.class)),
        row.getString("due_place"));
  }

  /** What begins with the text, none of whose characters stands for others. */
  private static String prefix(String text) {
    return text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_")
        + "%";
  }
}
