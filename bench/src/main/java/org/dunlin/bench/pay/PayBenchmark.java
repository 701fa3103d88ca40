package org.dunlin.bench.pay;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.dunlin.sandbox.program.mollie.MolliePayment;
import org.springframework.util.FileSystemUtils;

/** {@code dunlin bench pay}: from a provider's notice to "paid" on the screen. */
public final class PayBenchmark implements Benchmark {
  private static final int A_SECOND = 50;
  private static final int WARM = 20 * A_SECOND;
  private static final int MEASURED = 30 * A_SECOND;
  private static final String TARGET = "below 2000 ms, whatever the ratio";

  @Override
  public String name() {
    return "pay";
  }

  @Override
  public String sentence() {
    return "Tells of 50 payments a second, until each is paid on the screen and stops reminders.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    Path folder = Files.createTempDirectory("dunlin-bench-pay");
    say(words, "Starting a hub that sells " + (WARM + MEASURED) + " times …");
    try (PaidHub hub = PaidHub.start(folder, WARM + MEASURED)) {
      return measure(hub, words);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Figure measure(PaidHub hub, PrintWriter words) throws Exception {
    say(words, "Having each paid by its link …");
    List<MolliePayment> payments = hub.paidUnheard(WARM + MEASURED);
    say(words, "Telling of " + A_SECOND + " payments a second …");
    hub.tell(payments.subList(0, WARM), A_SECOND);
    Reached reached = hub.tell(payments.subList(WARM, payments.size()), A_SECOND);
    say(words, "known", reached.known());
    say(words, "settled", reached.settled());
    say(words, "Telling a bare receiver the same …");
    Spans bare;
    try (BareReceiver receiver = new BareReceiver(hub)) {
      receiver.tell(payments.subList(0, WARM), A_SECOND);
      bare = receiver.tell(payments.subList(WARM, payments.size()), A_SECOND);
    }
    say(words, "bare", bare);
    Map<String, Comparison> also = new LinkedHashMap<>();
    also.put("known and no more reminded of, median", compared(reached.known(), bare, 0.5));
    also.put("known and no more reminded of, 99 of 100", compared(reached.known(), bare, 0.99));
    also.put("settled, median", compared(reached.settled(), bare, 0.5));
    return new Figure(
        "pay",
        "ms",
        compared(reached.settled(), bare, 0.99),
        also,
        1,
        MEASURED
            + " notices at "
            + A_SECOND
            + " a second, of one company, each of one invoice that is then open no more; the"
            + " provider takes "
            + PaidHub.PROVIDER_MILLIS
            + " ms for an answer; fsync and synchronous_commit on");
  }

  private static Comparison compared(Spans value, Spans bare, double share) {
    return new Comparison(
        value.millis(share),
        bare.millis(share),
        "a bare receiver, which asks the provider and commits one row",
        TARGET);
  }

  private static void say(PrintWriter words, String what, Spans spans) {
    say(
        words,
        String.format(
            Locale.ROOT,
            "%-8s median %6.0f ms, 99 of 100 %6.0f ms, longest %6.0f ms",
            what,
            spans.millis(0.5),
            spans.millis(0.99),
            spans.millis(1)));
  }

  private static void say(PrintWriter words, String sentence) {
    words.println(sentence);
    words.flush();
  }
}
