package org.dunlin.bench.pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
  private final Map<String, Long> told;
  private final Map<String, UUID> attempts = new HashMap<>();
  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private final Map<String, Long> settled = new ConcurrentHashMap<>();
  private final CountDownLatch all = new CountDownLatch(1);
  private final int expected;
  private final Thread looking;

  /**
   * Begins to look for so many that are paid from now on.
   *
   * @param told those that were told of so far, by the provider's ids
   */
  Watch(JdbcClient jdbc, String company, int expected, Map<String, Long> told) {
    this.jdbc = jdbc;
    this.company = company;
    this.expected = expected;
    this.told = told;
    jdbc.sql("select provider_id, checkout_id from checkout where company_id = :company")
        .param("company", company)
        .query(
            row -> {
              attempts.put(row.getString(1), row.getObject(2, UUID.class));
            });
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

  /** Looks by key at those of which nothing is known yet, as a page does: it costs next to none. */
  private void once() {
    UUID[] waiting =
        told.keySet().stream()
            .filter(id -> !settled.containsKey(id))
            .map(id -> Objects.requireNonNull(attempts.get(id)))
            .toArray(UUID[]::new);
    if (waiting.length == 0) {
      return;
    }
    jdbc.sql(
            """
            select c.provider_id,
                   exists (select from checkout_invoice x
                             join open_instalment o using (company_id, invoice_id)
                            where x.company_id = c.company_id and x.checkout_id = c.checkout_id) as open
              from checkout c
             where c.company_id = :company and c.checkout_id = any(:waiting) and c.state = 'PAID'
            """)
        .param("company", company)
        .param("waiting", waiting)
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
  Reached reached(Duration patience) throws InterruptedException {
    if (!all.await(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Of " + expected + " payments " + settled.size() + " settled an invoice.");
    }
    return new Reached(spans(known), spans(settled));
  }

  private Spans spans(Map<String, Long> there) {
    List<Long> spans = new ArrayList<>();
    told.forEach((id, at) -> spans.add(there.getOrDefault(id, Long.MAX_VALUE) - at));
    return new Spans(spans);
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
