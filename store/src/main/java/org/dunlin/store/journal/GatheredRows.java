package org.dunlin.store.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one company's journal that wait for the end of their transaction. */
final class GatheredRows {
  /** More are not kept in memory. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final String companyId;
  private final Consumer<List<Noted>> insert;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * A row.
   *
   * @param asked whether it is known whom it is about; else that is found out with the others
   */
  private record Waiting(UUID id, Happening happening, @Nullable UUID customerId, boolean asked) {}

  GatheredRows(JdbcClient jdbc, String companyId, Consumer<List<Noted>> insert) {
    this.jdbc = jdbc;
    this.companyId = companyId;
    this.insert = insert;
  }

  void add(UUID id, Happening happening) {
    add(new Waiting(id, happening, null, false));
  }

  void add(List<Noted> all) {
    all.forEach(each -> add(new Waiting(each.id(), each.happening(), each.customerId(), true)));
  }

  private void add(Waiting row) {
    waiting.add(row);
    if (waiting.size() == MOST) {
      append();
    }
  }

  /** Appends what waits. */
  void append() {
    if (waiting.isEmpty()) {
      return;
    }
    Subjects subjects =
        new Subjects(
            jdbc,
            companyId,
            waiting.stream().filter(each -> !each.asked()).map(Waiting::happening).toList());
    List<Noted> all = new ArrayList<>();
    for (Waiting each : waiting) {
      UUID customer = each.asked() ? each.customerId() : subjects.customer(each.happening());
      all.add(new Noted(each.id(), each.happening(), customer));
    }
    waiting.clear();
    insert.accept(all);
  }

  /** Whom happenings are about, where they are about one customer. */
  static final class Subjects {
    private final Map<String, UUID> customers = new HashMap<>();

    Subjects(JdbcClient jdbc, String companyId, List<Happening> happenings) {
      find(
          jdbc,
          companyId,
          happenings,
          "invoice",
          "select cast(invoice_id as text) as id, customer_id from invoice"
              + " where company_id = :company and invoice_id = any(cast(:ids as uuid[]))");
      find(
          jdbc,
          companyId,
          happenings,
          "action",
          "select action_id as id, customer_id from action"
              + " where company_id = :company and action_id = any(cast(:ids as text[]))");
    }

    private void find(
        JdbcClient jdbc, String companyId, List<Happening> happenings, String kind, String query) {
      String[] ids =
          happenings.stream()
              .filter(each -> each.subjectKind().equals(kind))
              .map(Happening::subjectId)
              .distinct()
              .toArray(String[]::new);
      if (ids.length > 0) {
        jdbc.sql(query)
            .param("company", companyId)
            .param("ids", ids)
            .query(
                row -> {
                  UUID customer = row.getObject("customer_id", UUID.class);
                  if (customer != null) {
                    customers.put(kind + row.getString("id"), customer);
                  }
                });
      }
    }

    @Nullable UUID customer(Happening happening) {
      return happening.subjectKind().equals("customer")
          ? UUID.fromString(happening.subjectId())
          : customers.get(happening.subjectKind() + happening.subjectId());
    }
  }
}
