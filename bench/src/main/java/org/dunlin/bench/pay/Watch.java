package org.dunlin.bench.pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks again and again at what pages and reminders look at: how attempts to pay stand, and what is
 * open of invoices.
 */
final class Watch implements AutoCloseable {
  private static final long LOOK_MILLIS = 20;

  private final JdbcClient jdbc;
  private final String company;
  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private final Map<String, Long> settled = new ConcurrentHashMap<>();
  private final CountDownLatch all = new CountDownLatch(1);
  private final int expected;
  private final List<String> before;
  private final Thread looking;

  /** Begins to look for so many that are paid from now on. */
  Watch(JdbcClient jdbc, String company, int expected) {
    this.jdbc = jdbc;
    this.company = company;
    this.expected = expected;
    this.before =
        jdbc.sql("select provider_id from checkout where company_id = :company and state = 'PAID'")
            .param("company", company)
            .query(String.class)
            .list();
    looking = Thread.ofPlatform().daemon().name("looks").start(this::look);
  }

  private void look() {
    try {
      while (settled.size() < expected) {
        once();
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      all.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    List<String> done = new ArrayList<>(before);
    done.addAll(settled.keySet());
    jdbc.sql(
            """
            select c.provider_id,
                   exists (select from checkout_invoice x
                             join open_instalment o using (company_id, invoice_id)
                            where x.company_id = c.company_id and x.checkout_id = c.checkout_id) as open
              from checkout c
             where c.company_id = :company and c.state = 'PAID' and c.provider_id <> all(:done)
            """)
        .param("company", company)
        .param("done", done.toArray(String[]::new))
        .query(
            row -> {
              long now = System.nanoTime();
              known.putIfAbsent(row.getString("provider_id"), now);
              if (!row.getBoolean("open")) {
                settled.putIfAbsent(row.getString("provider_id"), now);
              }
            });
  }

  /** How long it took from each notice; fails when one is not there in good time. */
  Reached reached(Map<String, Long> told, Duration patience) throws InterruptedException {
    if (!all.await(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Of " + expected + " payments " + settled.size() + " settled an invoice.");
    }
    return new Reached(spans(told, known), spans(told, settled));
  }

  private static Spans spans(Map<String, Long> told, Map<String, Long> there) {
    List<Long> spans = new ArrayList<>();
    told.forEach((id, at) -> spans.add(there.getOrDefault(id, Long.MAX_VALUE) - at));
    return new Spans(spans);
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
