package org.dunlin.bench.pull;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;

/**
 * {@code dunlin bench pull}: a large administration from page to ledger, beside bare rows; and a
 * thousand connections of which some hang.
 */
public final class PullBenchmark implements Benchmark {
  /** A system property: how many invoices the program has. */
  static final String INVOICES = "dunlin.bench.invoices";

  private static final int HEAP_MEGABYTES = 256;

  @Override
  public String name() {
    return "pull";
  }

  @Override
  public String sentence() {
    return "Reads 100,000 invoices from a program into the ledger, beside an upsert of their rows.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    int invoices = Integer.getInteger(INVOICES, 100_000);
    say(words, "Pulling " + invoices + " invoices, some minutes …");
    double[] pulled =
        ChildMachine.figures(PulledInvoices.class, HEAP_MEGABYTES, Integer.toString(invoices));
    say(words, "Letting " + DueConnections.CONNECTIONS + " connections be due at once …");
    double[] due = ChildMachine.figures(DueConnections.class, HEAP_MEGABYTES);
    return new Figure(
        name(),
        "invoices/s",
        new Comparison(
            pulled[0],
            pulled[1],
            "an upsert of the same rows and journal entries, 100 invoices a transaction",
            "at least 0.5"),
        also(pulled, due),
        PulledInvoices.ROUNDS,
        invoices
            + " invoices of "
            + PulledInvoices.CONTACTS
            + " customers in pages of 100, four of five paid; a heap of "
            + HEAP_MEGABYTES
            + " MB; fsync and synchronous_commit on");
  }

  private static Map<String, Comparison> also(double[] pulled, double[] due) {
    Map<String, Comparison> also = new LinkedHashMap<>();
    also.put(
        "heap after a collection, all read, MB",
        new Comparison(pulled[3], pulled[2], "with a tenth of them read", "at most 1.2"));
    also.put(
        "the most of it after any tenth, MB",
        new Comparison(pulled[4], pulled[2], "with a tenth of them read", "at most 1.2"));
    also.put(
        DueConnections.CONNECTIONS
            + " connections due at once, "
            + DueConnections.HANGING
            + " of them hanging: until the last of the others was read, ms",
        new Comparison(due[0], due[1], "the same while none hangs", "at most 2"));
    return also;
  }

  private static void say(PrintWriter words, String sentence) {
    words.println(sentence);
    words.flush();
  }
}
