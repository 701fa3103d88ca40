package org.dunlin.work.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.Company;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.WorkList;
import org.jspecify.annotations.Nullable;

/**
 * What no journal notes and is found by looking: which connections fail, and what there is to do.
 * What is known to be so is kept, so that only what is new is told.
 */
final class Standings {
  private static final String CONNECTION = "connection";
  private static final String TASK = "task";
  private static final int MOST_TASKS = 2000;
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final @Nullable Ailing ailing;

  Standings(Stores stores, @Nullable Ailing ailing) {
    this.stores = stores;
    this.ailing = ailing;
  }

  /** What is so as a program begins to be told is no news to it. */
  void begin(EventEndpoint endpoint, LocalDate today) {
    tasks(endpoint.companyId(), today)
        .keySet()
        .forEach(subject -> stores.events().log().nowSo(endpoint, subject));
  }

  /** Tells what is so by now and was not. */
  void look(EventEndpoint endpoint, Telling telling, LocalDate today) {
    if (telling.wants(EventKind.CONNECTION_FAILING) && ailing != null) {
      connections(endpoint, telling, ailing.of(endpoint.companyId()));
    }
    if (telling.wants(EventKind.TASK_ADDED)) {
      Map<String, WorkList.Line> tasks = tasks(endpoint.companyId(), today);
      forget(endpoint, TASK, tasks.keySet());
      tasks.forEach((subject, task) -> task(endpoint, telling, subject, task));
    }
  }

  private void connections(EventEndpoint endpoint, Telling telling, Map<String, String> failing) {
    Map<String, String> subjects = new LinkedHashMap<>();
    failing.forEach((id, state) -> subjects.put(CONNECTION + "|" + id, id));
    forget(endpoint, CONNECTION, subjects.keySet());
    EventFacts facts = new EventFacts(stores, endpoint.companyId());
    subjects.forEach(
        (subject, id) -> {
          if (stores.events().log().nowSo(endpoint, subject)) {
            ObjectNode data = facts.subject("connection", id, "connections", "/connections/");
            data.put("state", failing.get(id));
            telling.tell(EventKind.CONNECTION_FAILING, Instant.now(), "connection " + id, data);
          }
        });
  }

  private void task(EventEndpoint endpoint, Telling telling, String subject, WorkList.Line task) {
    if (!stores.events().log().nowSo(endpoint, subject)) {
      return;
    }
    EventFacts facts = new EventFacts(stores, endpoint.companyId());
    ObjectNode data = facts.subject("customer", task.customerId().toString(), "customers", null);
    ObjectNode said = data.putObject("task");
    said.put("kind", task.kind().name());
    said.put("subjectId", task.subjectId());
    said.put("due", task.due().toString());
    said.put("amount", task.atRisk().getAmount().toPlainString());
    said.put("currency", task.atRisk().getCurrencyUnit().getCode());
    data.put("customerId", task.customerId().toString());
    if (task.invoiceId() != null) {
      data.put("invoiceId", String.valueOf(task.invoiceId()));
    }
    ((ObjectNode) data.path("links")).put("page", "/tasks?company=" + endpoint.companyId());
    telling.tell(EventKind.TASK_ADDED, Instant.now(), task.customerId().toString(), data);
  }

  /** What is not so any more is news once it is so again. */
  private void forget(EventEndpoint endpoint, String word, Set<String> now) {
    stores.events().log().known(endpoint, word).stream()
        .filter(subject -> !now.contains(subject))
        .forEach(subject -> stores.events().log().noMore(endpoint, subject));
  }

  /** Those of the most money, as many as anybody looks at. */
  private Map<String, WorkList.Line> tasks(String companyId, LocalDate today) {
    Company company = stores.companies().profile(companyId).company();
    Map<String, WorkList.Line> tasks = new LinkedHashMap<>();
    Cursor after = null;
    do {
      Page<WorkList.Line> page =
          stores
              .views()
              .workList()
              .page(companyId, company.currency(), WorkList.Choice.ALL, today, after, AT_ONCE);
      page.items()
          .forEach(each -> tasks.put(TASK + "|" + each.kind() + "/" + each.subjectId(), each));
      after = page.next();
    } while (after != null && tasks.size() < MOST_TASKS);
    return tasks;
  }
}
