package org.dunlin.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.store.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed is kept with each fact, and is always what the whole ledger would say. */
class KeptFiguresTest {
  private static final int STEPS = Integer.getInteger("dunlin.figures.steps", 120);
  private static final int CLIENTS = 6;

  private final Rows rows = new Rows();

  @BeforeEach
  void someMoney() {
    for (int i = 0; i < 10; i++) {
      rows.payment("acme", "e-" + i, "1000.00");
    }
    rows.company("beta");
    rows.invoice("beta", "of another", "100.00");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private List<String> differences() {
    return rows.stores.keptFigures().differences("acme");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void afterEachOfManyStepsTheyAreWhatTheLedgerSays(long seed) {
    RandomLedger ledger = new RandomLedger(rows.stores, "acme", new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      ledger.step();
      assertThat(differences()).as("after step " + step + " of seed " + seed).isEmpty();
    }
    assertThat(rows.stores.keptFigures().differences("beta")).isEmpty();
    assertThat(count("stale_figure")).isZero();
    assertThat(count("company_due where company_id = 'acme'")).isPositive();
    assertThat(count("company_due_change where company_id = 'acme'")).isLessThan(500);
  }

  @Test
  void whoeverWritesAtTheSameTimeTheyAreWhatTheLedgerSays() throws Exception {
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        RandomLedger ledger =
            new RandomLedger(rows.anotherProcess(), "acme", new Random(client), client, CLIENTS);
        clients.add(threads.submit(() -> steps(ledger)));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
    assertThat(differences()).isEmpty();
    assertThat(rows.stores.views().receivables().standing("acme", Rows.DAY)).isNotEmpty();
  }

  @Test
  void whatWasWrittenWithTheTriggersOffIsCountedAnew() {
    rows.jdbc().sql("alter table invoice disable trigger user").update();
    rows.invoice("acme", "unseen", "12.00");
    rows.jdbc().sql("alter table invoice enable trigger user").update();
    assertThat(differences()).isNotEmpty();
    rows.stores.keptFigures().recount("acme");
    assertThat(differences()).isEmpty();
  }

  private static void steps(RandomLedger ledger) {
    for (int step = 0; step < STEPS / 2; step++) {
      ledger.step();
    }
  }

  private int count(String table) {
    return rows.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
