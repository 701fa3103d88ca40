package org.dunlin.work.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
    Set<String> now = tasks(endpoint.companyId(), today).keySet();
    if (now.size() < MOST_TASKS) {
      forget(endpoint, stores.events().known().known(endpoint, TASK), now);
    }
    stores.events().known().nowSo(endpoint, now);
  }

  /** Tells what is so by now and was not. */
  void look(EventEndpoint endpoint, Telling telling, LocalDate today) {
    if (telling.wants(EventKind.CONNECTION_FAILING) && ailing != null) {
      connections(endpoint, telling, ailing.of(endpoint.companyId()));
    }
    if (telling.wants(EventKind.TASK_ADDED)) {
      Map<String, WorkList.Line> tasks = tasks(endpoint.companyId(), today);
      Set<String> known = stores.events().known().known(endpoint, TASK);
      if (tasks.size() < MOST_TASKS) { // else nobody knows what became of those that are not seen
        forget(endpoint, known, tasks.keySet());
      }
      tasks.keySet().removeAll(known);
      stores.events().known().nowSo(endpoint, tasks.keySet());
      tasks.values().forEach(task -> task(endpoint, telling, task));
    }
  }

  private void connections(EventEndpoint endpoint, Telling telling, Map<String, String> failing) {
    Map<String, String> subjects = new LinkedHashMap<>();
    failing.forEach((id, state) -> subjects.put(CONNECTION + "|" + id, id));
    Set<String> known = stores.events().known().known(endpoint, CONNECTION);
    forget(endpoint, known, subjects.keySet());
    subjects.keySet().removeAll(known);
    stores.events().known().nowSo(endpoint, subjects.keySet());
    EventFacts facts = new EventFacts(stores, endpoint.companyId());
    for (String id : subjects.values()) {
      ObjectNode data = facts.subject("connection", id, "connections", "/connections/");
      data.put("state", failing.get(id));
      telling.tell(
          EventKind.CONNECTION_FAILING, stores.events().news().now(), "connection " + id, data);
    }
  }

  private void task(EventEndpoint endpoint, Telling telling, WorkList.Line task) {
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
    telling.tell(
        EventKind.TASK_ADDED, stores.events().news().now(), task.customerId().toString(), data);
  }

  /** What is not so any more is news once it is so again. */
  private void forget(EventEndpoint endpoint, Set<String> known, Set<String> now) {
    List<String> over = known.stream().filter(subject -> !now.contains(subject)).toList();
    stores.events().known().noMore(endpoint, over);
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
