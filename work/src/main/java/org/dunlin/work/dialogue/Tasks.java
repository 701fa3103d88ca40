package org.dunlin.work.dialogue;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Company;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.jspecify.annotations.Nullable;

/** Whose a task is, and that one is done which ends by a person's word alone. */
public final class Tasks {
  private static final int LONGEST_NAME = 100;

  private final Stores stores;

  /** Over these stores. */
  public Tasks(Stores stores) {
    this.stores = stores;
  }

  /**
   * Gives a task to a person, or to nobody.
   *
   * @throws NotSaid when there is no such task any more
   */
  public void assign(
      String companyId, TaskKind kind, String subjectId, @Nullable String assignee, String by) {
    String words = Saying.words(assignee);
    String name =
        words == null || words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME);
    stores
        .transactions()
        .run(
            () -> {
              UUID customer = find(companyId, kind, subjectId).customerId();
              stores.talk().marks().assign(companyId, kind.name(), subjectId, name);
              note(companyId, customer, "TASK_ASSIGNED", kind, name == null ? "–" : name, by);
            });
  }

  /**
   * Says that a task is done; of an address that a server refused that it is good, so that
   * reminders are sent to it again.
   *
   * @throws NotSaid when there is no such task any more, or it ends otherwise
   */
  public void done(String companyId, TaskKind kind, String subjectId, String by) {
    stores
        .transactions()
        .run(
            () -> {
              UUID customer = find(companyId, kind, subjectId).customerId();
              NotSaid.unless(
                  kind.endedByPerson() && ended(companyId, kind, subjectId, by), Refusal.ENDED);
              note(companyId, customer, "TASK_DONE", kind, "", by);
            });
    stores.wakeups().wake(Stage.DUN);
  }

  /** A bounce ends with its cause and is not marked: the address may be refused again. */
  private boolean ended(String companyId, TaskKind kind, String subjectId, String by) {
    if (kind != TaskKind.BOUNCE) {
      return stores.talk().marks().done(companyId, kind.name(), subjectId, by);
    }
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
    return stores.outbox().addressIsGood(companyId, UUID.fromString(subjectId));
  }

  private WorkList.Line find(String companyId, TaskKind kind, String subjectId) {
    Company company = stores.companies().profile(companyId).company();
    return stores
        .views()
        .workList()
        .find(companyId, company.currency(), kind, subjectId, today(companyId))
        .orElseThrow(() -> new NotSaid(Refusal.NOT_THERE));
  }

  private void note(
      String companyId, UUID customer, String event, TaskKind kind, String to, String by) {
    String sentence = to.isEmpty() ? kind.name() : kind + " → " + to;
    stores
        .journal()
        .append(
            companyId, Happening.to("customer", customer, event, by, today(companyId), sentence));
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }
}
