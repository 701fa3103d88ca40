package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;

/**
 * What the message of an action says of a customer's account: a reminder of one invoice must not
 * hide the others.
 *
 * @param asked what the message asks for
 * @param later what it only tells of
 */
public record Extract(List<OpenInstalment> asked, List<OpenInstalment> later) {
  private static final Set<Channel> WRITTEN =
      EnumSet.of(Channel.EMAIL, Channel.LETTER, Channel.TEXT);

  public Extract {
    asked = List.copyOf(asked);
    later = List.copyOf(later);
  }

  /**
   * The extract for an action on its day. A notice asks for what the action is about. A reminder
   * asks for all that is overdue, whether or not its own step has come; but the last message of a
   * plan speaks of consequences and asks only for what came that far. What is not due is told, and
   * what is overdue beside a notice is not: it has reminders of its own. Under a plan with a
   * message an invoice there is nothing beside the action.
   *
   * @param free the customer's open invoices that nothing holds
   */
  public static Extract of(
      Action action, Plan plan, List<OpenInvoice> free, Customer customer, Company company) {
    LocalDate today = action.on();
    Set<InstalmentKey> items =
        action.items().stream().map(InstalmentKey::of).collect(Collectors.toSet());
    boolean alone = plan.per() == Per.INVOICE;
    boolean last = isLastWord(plan, action.step());
    boolean reminder = action.items().stream().anyMatch(item -> today.isAfter(item.dueDate()));
    List<OpenInstalment> asked = new ArrayList<>();
    List<OpenInstalment> later = new ArrayList<>();
    for (OpenInstalment open : open(free, customer, company)) {
      boolean ofTheAction = items.contains(open.key());
      boolean overdue = today.isAfter(open.dueDate());
      if (alone || !plan.isWorthIt(open.open(), company)) {
        if (ofTheAction) {
          asked.add(open);
        }
      } else if (reminder ? overdue && (ofTheAction || !last) : ofTheAction) {
        asked.add(open);
      } else if (reminder || !overdue) {
        later.add(open);
      }
    }
    return new Extract(asked, later);
  }

  /** Whether no message follows it: a call or the hand-over says nothing more in writing. */
  private static boolean isLastWord(Plan plan, String step) {
    return plan.steps().stream()
        .skip(plan.rankOf(step) + 1L)
        .noneMatch(next -> WRITTEN.contains(next.channel()));
  }

  private static List<OpenInstalment> open(
      List<OpenInvoice> free, Customer customer, Company company) {
    return free.stream()
        .flatMap(invoice -> OpenInstalment.of(invoice, customer, company).stream())
        .toList();
  }
}
