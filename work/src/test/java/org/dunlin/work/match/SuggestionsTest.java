package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is suggested again stays as it is; what is not, goes. */
class SuggestionsTest {
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void moneyOfWhichNothingIsKnown() {
    LocalDate due = LocalDate.of(2026, 12, 19);
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", due, "100.00").bytes());
    hub.offer(
        "statement.xml",
        BankFile.day(TestHub.IBAN, DAY, Entry.in("R1", DAY, "55.50", "Somebody", "thanks"))
            .bytes());
    hub.settle();
    hub.stores.allocations().add("acme", line("50.00"), "match", DAY);
    hub.stores.allocations().add("acme", line("40.00"), "match", DAY);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aLineThatIsFoundAgainKeepsItsIdAndAnotherTakesThePlaceOfOneThatIsNot() {
    UUID stands = id("50.00");
    Suggestions suggestions = new Suggestions(hub.stores, "acme");
    suggestions.add(line("50.00"), null, "match", TestHub.TODAY);
    suggestions.add(line("30.00"), null, "match", TestHub.TODAY);
    suggestions.forgetOthers();

    assertThat(hub.stores.allocations().of("acme"))
        .extracting(stored -> stored.allocation().amount())
        .containsExactlyInAnyOrder(Money.parse("EUR 50.00"), Money.parse("EUR 30.00"));
    assertThat(id("50.00")).isEqualTo(stands);
  }

  @Test
  void theSameLineTwiceIsTwoLines() {
    Suggestions suggestions = new Suggestions(hub.stores, "acme");
    suggestions.add(line("50.00"), null, "match", TestHub.TODAY);
    suggestions.add(line("50.00"), null, "match", TestHub.TODAY);
    suggestions.forgetOthers();
    assertThat(hub.stores.allocations().of("acme")).hasSize(2);
  }

  private UUID id(String amount) {
    return hub.stores.allocations().of("acme").stream()
        .filter(stored -> stored.allocation().amount().equals(Money.parse("EUR " + amount)))
        .map(Stored::id)
        .findFirst()
        .orElseThrow();
  }

  private Allocation line(String amount) {
    return new Allocation(
        one("payment_id", "payment"),
        null,
        one("invoice_id", "invoice"),
        Money.parse("EUR " + amount),
        "m-1",
        1,
        Decision.SUGGESTED,
        MatchRule.SCORE,
        new BigDecimal("0.50"),
        List.of("it looks so"));
  }

  private String one(String column, String table) {
    return hub.jdbc().sql("select " + column + " from " + table).query(String.class).single();
  }
}
