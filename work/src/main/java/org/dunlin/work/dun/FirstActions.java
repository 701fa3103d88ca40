package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * Of many actions the first by their days and the names of their customers; the rest is counted.
 */
final class FirstActions {
  private static final Comparator<Line> IN_ORDER =
      Comparator.<Line, LocalDate>comparing(line -> line.action().on())
          .thenComparing(line -> line.customer().name())
          .thenComparing(line -> line.customer().id())
          .thenComparing(line -> line.action().id());

  private final int most;
  private final PriorityQueue<Line> lines = new PriorityQueue<>(IN_ORDER.reversed());
  private int total;

  FirstActions(int most) {
    this.most = most;
  }

  /**
   * With what is told of it.
   *
   * @param numbers of its invoices, by their ids
   */
  private record Line(Action action, Customer customer, Map<String, String> numbers) {}

  void add(List<Action> actions, Map<String, Customer> customers, Map<String, OpenDocument> open) {
    for (Action action : actions) {
      Customer customer = customers.get(action.customerId());
      if (customer == null) {
        throw new IllegalStateException("an action of a customer whom nobody gave");
      }
      total++;
      lines.add(new Line(action, customer, numbers(action, open)));
      if (lines.size() > most) {
        lines.remove();
      }
    }
  }

  private static Map<String, String> numbers(Action action, Map<String, OpenDocument> open) {
    Map<String, String> numbers = HashMap.newHashMap(action.items().size());
    action
        .items()
        .forEach(item -> numbers.put(item.invoiceId(), number(open.get(item.invoiceId()))));
    return numbers;
  }

  private static String number(@Nullable OpenDocument document) {
    return document == null ? "" : document.document().number();
  }

  int total() {
    return total;
  }

  List<Action> actions() {
    return lines.stream().sorted(IN_ORDER).map(Line::action).toList();
  }

  Map<String, Customer> customers() {
    Map<String, Customer> customers = new HashMap<>();
    lines.forEach(line -> customers.put(line.customer().id(), line.customer()));
    return customers;
  }

  Map<String, String> numbers() {
    Map<String, String> numbers = new HashMap<>();
    lines.forEach(line -> numbers.putAll(line.numbers()));
    return numbers;
  }
}
