package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.Tasks;
import org.dunlin.store.view.TieOut;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.offer.BrokenFolder;
import org.dunlin.work.program.Health;

/** Puts what waits for a person into sentences, the most pressing first. */
final class TaskList {
  private final Frame frame;
  private final List<Task> tasks = new ArrayList<>();

  private TaskList(Frame frame) {
    this.frame = frame;
  }

  static List<Task> of(
      Frame frame,
      List<TieOut> tieOuts,
      Map<String, Health.State> ailing,
      List<BrokenFolder> broken,
      int givingWay,
      boolean leaderless,
      List<TieOutRun> programs,
      Tasks.Counts counts,
      Map<Urgency, Integer> work,
      Map<HoldReason, Integer> held) {
    TaskList list = new TaskList(frame);
    list.work(work, Urgency.ESCALATED);
    list.work(work, Urgency.OVERDUE);
    list.work(work, Urgency.DUE);
    tieOuts.stream().filter(tieOut -> !tieOut.ties()).forEach(list::differing);
    ailing.forEach(list::ailing);
    programs.forEach(list::unexplained);
    list.add(counts.endpoints(), "dashboard.todo.endpoints", list.listing("/endpoints"), "");
    list.add(leaderless ? 1 : 0, "dashboard.todo.leads", list.listing("/connections"), "#leads");
    list.add(counts.questions(), "dashboard.todo.questions", list.listing("/questions"), "");
    list.add(counts.stuck(), "dashboard.todo.stuck", list.listing("/waiting"), "");
    list.messages(counts.unknown(), EffectState.UNKNOWN);
    list.messages(counts.awaiting(), EffectState.AWAITING_APPROVAL);
    list.add(counts.approvals(), "dashboard.todo.approvals", list.listing("/approvals"), "");
    list.add(givingWay, "dashboard.todo.wordings", list.listing("/templates"), "");
    list.messages(counts.failed(), EffectState.FAILED);
    list.deliveries(counts.quarantined(), Deliveries.Choice.QUARANTINED);
    list.deliveries(counts.poison(), Deliveries.Choice.POISON);
    list.deliveries(counts.partly(), Deliveries.Choice.PARTLY);
    list.add(
        counts.conflicts(), "dashboard.todo.conflicts", list.listing("/payments"), "#conflicts");
    list.add(counts.suggested(), "dashboard.todo.suggested", list.listing("/review"), "");
    list.add(counts.creditNotes(), "dashboard.todo.credit-notes", list.listing("/review"), "");
    list.add(
        frame.may(Right.CONNECT) ? broken.size() : 0,
        "dashboard.todo.folders",
        list.listing("/programs"),
        "");
    held.forEach(list::held);
    return list.tasks;
  }

  private void differing(TieOut tieOut) {
    String sentence =
        frame.say("dashboard.todo.differs", tieOut.paid().getCurrencyUnit().getCode());
    tasks.add(new Task(sentence, listing("/payments").link()));
  }

  private void ailing(String connection, Health.State state) {
    String sentence = frame.say("dashboard.todo.connection." + state.name(), connection);
    tasks.add(new Task(sentence, listing("/connections/" + connection).link()));
  }

  private void unexplained(TieOutRun run) {
    String sentence =
        frame.say("dashboard.todo.unexplained", run.unexplained(), run.connectionId());
    String address = listing("/connections/" + run.connectionId()).link();
    tasks.add(new Task(sentence, address + "#tie-out"));
  }

  private void work(Map<Urgency, Integer> work, Urgency urgency) {
    add(
        work.getOrDefault(urgency, 0),
        "dashboard.todo.tasks." + urgency.name(),
        listing("/tasks").with("show", urgency),
        "");
  }

  private void messages(int count, EffectState state) {
    add(count, "dashboard.todo." + state.name(), listing("/messages").with("state", state), "");
  }

  private void deliveries(int count, Deliveries.Choice choice) {
    add(count, "dashboard.todo." + choice.name(), listing("/inbox").with("show", choice), "");
  }

  private void held(HoldReason reason, int count) {
    String sentence = frame.say("dashboard.todo.held", count, frame.words().name(reason));
    tasks.add(new Task(sentence, listing("/messages/held").with("reason", reason).link()));
  }

  private void add(int count, String key, Listing where, String section) {
    if (count > 0) {
      tasks.add(new Task(frame.say(key, count), where.link() + section));
    }
  }

  private Listing listing(String path) {
    return Listing.of(path, frame.company().id());
  }
}
