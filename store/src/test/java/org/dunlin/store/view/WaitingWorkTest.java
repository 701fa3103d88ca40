package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.store.company.Flows;
import org.dunlin.store.company.WorkDue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingWorkTest {
  private final Books books = new Books(30);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void aFlowInWhichNothingWaitsHasNoLine() {
    assertThat(books.views().waitingWork().of(COMPANY)).isEmpty();
  }

  @Test
  void workOverTheCompanyWaitsSinceItWasFirstNoted() {
    Instant before = Instant.now();
    books.stores().companies().addWorkDue(COMPANY, WorkDue.MATCH);
    books.stores().companies().addWorkDue(COMPANY, WorkDue.MATCH);
    assertThat(books.views().waitingWork().of(COMPANY))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.connectionId()).isEqualTo(Flows.ALL);
              assertThat(line.flow()).isEqualTo("match");
              assertThat(line.waiting()).isEqualTo(2);
              assertThat(Duration.between(before, line.since()).abs())
                  .isLessThan(Duration.ofMinutes(1));
            });
  }
}
