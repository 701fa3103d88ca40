package org.dunlin.bench.match;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.dunlin.core.matching.LedgerView;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.UnallocatedPayment;

/** {@code dunlin bench match}: many payments against very many open invoices, on one core. */
public final class MatchBenchmark implements Benchmark {
  private static final int LARGE = 1_000_000;
  private static final int SMALL = 10_000;
  private static final int PAYMENTS = 100_000;
  private static final int ROUNDS = 3;
  private static final double WANTED_PER_SECOND = 20_000;
  private static final double MOST_BYTES = 400;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String sentence() {
    return "Matches 100,000 payments against 1,000,000 open invoices, beside 10,000 of them.";
  }

  @Override
  public Figure measure(PrintWriter words) {
    List<Double> large = new ArrayList<>();
    List<Double> small = new ArrayList<>();
    double bytes = 0;
    perSecond(new ManyInvoices(SMALL), words); // so that both are measured warm
    for (int round = 0; round < ROUNDS; round++) {
      small.add(perSecond(new ManyInvoices(SMALL), words));
      ManyInvoices many = new ManyInvoices(LARGE);
      large.add(perSecond(many, words));
      bytes = round == 0 ? bytes(many) : bytes;
      words.printf(
          "round %d: %.0f payments/s, %.0f with few%n", round, large.getLast(), small.getLast());
    }
    large.sort(Double::compare);
    small.sort(Double::compare);
    double value = large.get(ROUNDS / 2);
    Map<String, Comparison> also = new LinkedHashMap<>();
    also.put(
        "the same beside what is promised",
        new Comparison(value, WANTED_PER_SECOND, "20,000 payments/s", "at least 1"));
    also.put(
        "bytes of the view an open invoice",
        new Comparison(bytes, MOST_BYTES, "what is promised", "at most 1"));
    return new Figure(
        name(),
        "payments/s",
        new Comparison(
            value, small.get(ROUNDS / 2), "against 10,000 open invoices", "at least 0.5"),
        also,
        ROUNDS,
        "100,000 payments that quote numbers, references, orders or nothing, of 50,000 customers");
  }

  private static double perSecond(ManyInvoices many, PrintWriter words) {
    Matcher matcher = new Matcher(many.view());
    List<UnallocatedPayment> payments = many.payments(PAYMENTS);
    // Of this one thread, so that what else runs on the machine does not count.
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long automatic = 0;
    for (UnallocatedPayment payment : payments) {
      automatic += matcher.named(List.of(payment)).isEmpty() ? 0 : 1;
    }
    for (UnallocatedPayment payment : payments) {
      automatic += matcher.next(List.of(payment)).isEmpty() ? 0 : 1;
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double seconds = (end - start) / 1e9;
    if (automatic == 0) {
      words.println("nothing was matched");
    }
    return payments.size() / seconds;
  }

  /** What the heap holds more, once all else of the making is gone. */
  private static double bytes(ManyInvoices many) {
    long before = used();
    LedgerView view = many.view();
    try {
      return (double) (used() - before) / LARGE;
    } finally {
      Reference.reachabilityFence(view);
    }
  }

  private static long used() {
    Runtime machine = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return machine.totalMemory() - machine.freeMemory();
  }
}
