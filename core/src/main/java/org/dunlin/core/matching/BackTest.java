package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;

/**
 * How matching would have done over a company's own past: what was booked is hidden, matched anew
 * and compared. The past is matched at once, with all its invoices open, so it is harder than it
 * was day by day: of what is found here, matching finds no less.
 */
public final class BackTest {
  /** Nothing is ever applied below it, whatever the past says. */
  private static final BigDecimal LOWEST = new BigDecimal("0.95");

  /** Of so many automatic lines one may differ. */
  private static final int LINES_OF_ONE_WRONG = 1_000;

  private BackTest() {}

  /**
   * A payment and what of it was booked.
   *
   * @param booked by invoice
   */
  public record Past(Payment payment, Map<String, Money> booked) {
    public Past {
      booked = Map.copyOf(booked);
    }
  }

  /**
   * What came of it, at the company's threshold.
   *
   * @param payments of the past
   * @param whole of these, those that would have been matched as they were booked
   * @param lines that would have been applied without a person
   * @param differing of these, those that nobody booked so
   * @param proposed the lowest threshold at which at most one line in a thousand differs; 1 where
   *     there is none
   */
  public record Result(
      int payments, int whole, int lines, List<Allocation> differing, BigDecimal proposed) {
    public Result {
      differing = List.copyOf(differing);
    }
  }

  /**
   * Matches the past anew.
   *
   * @param view the books as they were before: what the payments paid is open, and nothing was
   *     learned from them
   */
  public static Result of(LedgerView view, List<Past> past) {
    Matcher matcher = new Matcher(view, LOWEST);
    List<UnallocatedPayment> payments =
        past.stream()
            .map(each -> new UnallocatedPayment(each.payment(), each.payment().amount()))
            .sorted(Matcher.IN_BOOKING_ORDER)
            .toList();
    List<Allocation> lines = new ArrayList<>(matcher.named(payments));
    lines.addAll(matcher.next(payments));
    List<Allocation> automatic =
        lines.stream()
            .filter(line -> line.decision() == Decision.AUTOMATIC && line.paymentId() != null)
            .toList();
    Map<String, Map<String, Money>> booked = new HashMap<>();
    past.forEach(each -> booked.put(each.payment().id(), each.booked()));
    Set<Allocation> differing =
        automatic.stream()
            .filter(line -> !asBooked(line, booked))
            .collect(Collectors.toCollection(HashSet::new));
    BigDecimal set = Confidence.threshold(view.company());
    List<Allocation> sure =
        automatic.stream().filter(line -> confidence(line).compareTo(set) >= 0).toList();
    return new Result(
        past.size(),
        whole(sure, booked),
        sure.size(),
        sure.stream().filter(differing::contains).toList(),
        proposed(automatic, differing));
  }

  /**
   * What was open before, of what its payments and what is open make up, and what was settled
   * without money beside them: never more than all of it.
   */
  public static Money before(Invoice document, Money paid, Money withoutMoney) {
    if (!paid.isLessThan(document.total())) {
      return paid;
    }
    Money before = paid.plus(withoutMoney);
    return before.isGreaterThan(document.total()) ? document.total() : before;
  }

  /** A document as it was before its payments: what is paid was open; what is void never was. */
  public static Invoice reopened(Invoice i) {
    return i.status() != InvoiceStatus.PAID
        ? i
        : new Invoice(
            i.id(),
            i.number(),
            i.kind(),
            i.customerId(),
            i.issueDate(),
            i.dueDate(),
            i.dueDateFrom(),
            i.total(),
            i.outstanding(),
            InvoiceStatus.OPEN,
            i.paymentReference(),
            i.orderReference(),
            i.earlyPayment(),
            i.instalments(),
            i.precedingInvoices(),
            i.attachments(),
            i.source(),
            i.plan());
  }

  private static boolean asBooked(Allocation line, Map<String, Map<String, Money>> booked) {
    return line.amount()
        .equals(booked.getOrDefault(line.paymentId(), Map.of()).get(line.invoiceId()));
  }

  private static int whole(List<Allocation> sure, Map<String, Map<String, Money>> booked) {
    Map<String, Map<String, Money>> found = new HashMap<>();
    for (Allocation line : sure) {
      found
          .computeIfAbsent(String.valueOf(line.paymentId()), id -> new HashMap<>())
          .merge(line.invoiceId(), line.amount(), Money::plus);
    }
    return (int)
        booked.entrySet().stream()
            .filter(each -> each.getValue().equals(found.get(each.getKey())))
            .count();
  }

  private static BigDecimal proposed(List<Allocation> automatic, Set<Allocation> differing) {
    NavigableSet<BigDecimal> levels = new TreeSet<>();
    levels.add(Confidence.DEFAULT_THRESHOLD);
    automatic.forEach(line -> levels.add(confidence(line)));
    for (BigDecimal level : levels) {
      long lines = count(automatic, level);
      if (count(differing, level) * LINES_OF_ONE_WRONG <= lines) {
        return level;
      }
    }
    return BigDecimal.ONE;
  }

  private static long count(Iterable<Allocation> lines, BigDecimal level) {
    long count = 0;
    for (Allocation line : lines) {
      count += confidence(line).compareTo(level) >= 0 ? 1 : 0;
    }
    return count;
  }

  private static BigDecimal confidence(Allocation line) {
    return line.confidence() == null ? BigDecimal.ZERO : line.confidence();
  }
}
