package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dunlin.core.reference.CreditorReference;
import org.junit.jupiter.api.Test;

class MatchingSpeedTest {
  private static final int DOCUMENTS = 10_000;
  private static final int PAYMENTS = 1_000;

  @Test
  void tenThousandDocumentsAndAThousandPaymentsTakeLessThanTwoSeconds() {
    Books books = Books.ofTwoCustomers();
    for (int i = 0; i < DOCUMENTS; i++) {
      String number = "2026-%05d".formatted(i);
      books.invoice("i-" + i, number, "c-1", (100 + i) + ".00", CreditorReference.of("" + i));
    }
    for (int i = 0; i < PAYMENTS; i++) {
      Paid paid = Paid.of("p-" + i, (100 + i) + ".00").from(Books.JANSEN_IBAN);
      books.payment(paid.text("betaling factuur 2026-%05d dank u wel 30.11.2026".formatted(i)));
    }
    MatchFacts facts = books.facts();

    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      assertThat(Matcher.match(facts)).hasSize(PAYMENTS);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }

    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofSeconds(2));
  }
}
