package org.dunlin.core.dunning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Hold;

/**
 * Puts what is due into one action a customer (or invoice) and channel; what is held stands in an
 * action of its own, so that a hold on one invoice never hides the others.
 */
final class Grouping {
  private record Key(String customer, String plan, String invoice, Channel channel, boolean held) {
    static Key of(Candidate candidate) {
      boolean apart = candidate.plan().per() == Per.INVOICE;
      return new Key(
          candidate.customer().id(),
          candidate.plan().id(),
          apart ? candidate.instalment().invoice().id() : "",
          candidate.rung().step().channel(),
          candidate.isHeld());
    }
  }

  private static final Comparator<ActionItem> ITEMS =
      Comparator.comparing(ActionItem::dueDate).thenComparing(ActionItem::invoiceId);

  private static final Comparator<Action> ACTIONS =
      Comparator.comparing(Action::customerId)
          .thenComparing(Action::channel)
          .thenComparing(Action::state)
          .thenComparing(action -> action.items().getFirst(), ITEMS);

  private final String companyId;
  private final LocalDate today;

  Grouping(String companyId, LocalDate today) {
    this.companyId = companyId;
    this.today = today;
  }

  List<Action> actions(List<Candidate> candidates) {
    return candidates.stream().collect(Collectors.groupingBy(Key::of)).entrySet().stream()
        .map(group -> action(group.getKey(), group.getValue()))
        .sorted(ACTIONS)
        .toList();
  }

  private Action action(Key key, List<Candidate> group) {
    Step highest =
        group.stream()
            .max(Comparator.comparingInt(candidate -> candidate.rung().rank()))
            .orElseThrow()
            .rung()
            .step();
    ActionState state = key.held() ? ActionState.HELD : due(group);
    return new Action(
        id(key, highest, state),
        key.customer(),
        key.plan(),
        highest.id(),
        key.channel(),
        today,
        state,
        group.stream().map(Candidate::item).sorted(ITEMS).toList(),
        holds(group));
  }

  /** A message of which one step has to be approved waits as a whole: it is one message. */
  private static ActionState due(List<Candidate> group) {
    return group.stream().anyMatch(candidate -> candidate.rung().step().approve())
        ? ActionState.AWAITING_APPROVAL
        : ActionState.DUE;
  }

  private static List<Hold> holds(List<Candidate> group) {
    return group.stream()
        .flatMap(candidate -> candidate.holds().stream())
        .distinct()
        .sorted(Holding.ORDER)
        .toList();
  }

  /** The same for the same decision, on whichever node and however often it is made. */
  private String id(Key key, Step step, ActionState state) {
    List<String> parts =
        List.of(
            companyId,
            key.plan(),
            key.customer(),
            key.invoice(),
            today.toString(),
            key.channel().name(),
            step.id(),
            state.name());
    // Lengths before the parts, so that no two lists of parts read alike.
    String name =
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining("|"));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
