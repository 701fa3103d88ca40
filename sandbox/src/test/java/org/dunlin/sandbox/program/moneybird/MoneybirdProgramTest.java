package org.dunlin.sandbox.program.moneybird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Moneybird tells of its books, and what can be done to them. */
class MoneybirdProgramTest {
  private static final String INVOICES = PlayedMoneybird.API + "sales_invoices.json";
  private static final String SYNC = PlayedMoneybird.API + "sales_invoices/synchronization.json";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private PlayedMoneybird bird;

  @BeforeEach
  void open() throws IOException {
    bird = new PlayedMoneybird().authorised();
  }

  @AfterEach
  void close() {
    bird.close();
  }

  @Test
  void theLinksTogetherLeadToEveryInvoiceOnce() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      made.add(MoneybirdIds.of(bird.sold.invoice("2026-" + i)));
    }
    List<String> read = new ArrayList<>();
    String next = INVOICES + "?per_page=10&page=1";
    int pages = 0;
    while (!next.isEmpty()) {
      HttpResponse<byte[]> page = bird.app.get(next);
      Caller.json(page).forEach(invoice -> read.add(invoice.path("id").asText()));
      assertThat(Caller.header(page, "X-Total-Count")).isEqualTo("25");
      Matcher link = NEXT.matcher(Caller.header(page, "Link"));
      next = link.find() ? link.group(1) : "";
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(read).containsExactlyElementsOf(made);
    assertThat(bird.app.get(INVOICES + "?per_page=101").statusCode()).isEqualTo(400);
  }

  @Test
  void withoutAPeriodOnlyInvoicesOfThisYearCome() {
    bird.sold.invoice("2025-1", LocalDate.of(2025, 12, 31));
    bird.sold.invoice("2026-1", LocalDate.of(2026, 1, 1));
    assertThat(numbers("")).containsExactly("2026-1");
    assertThat(numbers("?filter=period:20250101..20261231")).hasSize(2);
    assertThat(numbers("?filter=period:prev_year")).containsExactly("2025-1");
    assertThat(numbers("?filter=period:202512..202512")).containsExactly("2025-1");
    assertThat(Caller.json(bird.app.get(SYNC))).hasSize(2);
    assertThat(bird.app.get(INVOICES + "?filter=period:always").statusCode()).isEqualTo(400);
  }

  @Test
  void statesFollowFromPaymentsAndFromTheDay() {
    SalesDocument paid = bird.sold.invoice("2026-1");
    bird.books.pay(paid.id(), Sold.DAY, euro("1210.00"), null);
    bird.sold.invoice("2026-2", LocalDate.of(2026, 9, 1));
    bird.sold.invoice("2026-3");
    assertThat(numbers("?filter=state:paid")).containsExactly("2026-1");
    assertThat(numbers("?filter=state:late")).containsExactly("2026-2");
    assertThat(numbers("?filter=state:open|late")).containsExactly("2026-2", "2026-3");
  }

  @Test
  void whatWasUpdatedAfterAMomentComesAndVersionsGrow() {
    SalesDocument first = bird.sold.invoice("2026-1");
    bird.sold.invoice("2026-2");
    long before = version(first);
    bird.clock.pass(Duration.ofSeconds(2));
    assertThat(numbers("?filter=updated_after:2026-11-26 09:00:01 UTC")).isEmpty();
    bird.books.pay(first.id(), Sold.DAY, euro("1.00"), null);
    assertThat(numbers("?filter=updated_after:2026-11-26 09:00:01 UTC")).containsExactly("2026-1");
    assertThat(version(first)).isGreaterThan(before);
  }

  private long version(SalesDocument document) {
    for (JsonNode one : Caller.json(bird.app.get(SYNC))) {
      if (one.path("id").asText().equals(MoneybirdIds.of(document))) {
        return one.path("version").asLong();
      }
    }
    return -1;
  }

  @Test
  void aHundredRecordsAtMostComeByTheirIds() {
    StringBuilder ids = new StringBuilder("{\"ids\":[0");
    for (int i = 0; i < 101; i++) {
      ids.append(",\"").append(MoneybirdIds.of(bird.sold.invoice("2026-" + i))).append('"');
    }
    assertThat(Caller.json(bird.app.post(SYNC, ids + "]}"))).hasSize(100);
  }

  @Test
  void aPaymentIsRegisteredShownAndTakenBack() {
    SalesDocument invoice = bird.sold.invoice("2026-1");
    String own = PlayedMoneybird.API + "sales_invoices/" + MoneybirdIds.of(invoice);
    HttpResponse<byte[]> made =
        bird.app.post(
            own + "/payments.json",
            """
            {"payment":{"payment_date":"2026-11-20","price":"210.00",
             "transaction_identifier":"dunlin-1","manual_payment_action":"bank_transfer"}}
            """);
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode told = Caller.json(bird.app.get(own + ".json"));
    assertThat(told.path("total_unpaid").asText()).isEqualTo("1000.0");
    assertThat(told.at("/payments/0/transaction_identifier").asText()).isEqualTo("dunlin-1");
    String payment = Caller.json(made).path("id").asText();
    assertThat(
            bird.app.send("DELETE", own + "/payments/" + payment + ".json", null, "").statusCode())
        .isEqualTo(204);
    assertThat(bird.books.sums().open(invoice)).isEqualTo(euro("1210.00"));
  }

  @Test
  void aCreditInvoiceIsNegativeAndSettlesItsInvoice() {
    SalesDocument invoice = bird.sold.invoice("2026-1");
    SalesDocument note = bird.sold.creditNote("2026-2", invoice);
    bird.app.send(
        "PATCH",
        PlayedMoneybird.API
            + "sales_invoices/"
            + MoneybirdIds.of(note)
            + "/register_payment_creditinvoice.json",
        "application/json",
        "{}");
    JsonNode credit =
        Caller.json(
            bird.app.get(
                PlayedMoneybird.API + "sales_invoices/" + MoneybirdIds.of(note) + ".json"));
    assertThat(credit.path("total_price_incl_tax").asText()).isEqualTo("-302.5");
    assertThat(credit.path("state").asText()).isEqualTo("paid");
    assertThat(credit.path("original_sales_invoice_id").asText())
        .isEqualTo(MoneybirdIds.of(invoice));
    JsonNode settled =
        Caller.json(
            bird.app.get(
                PlayedMoneybird.API + "sales_invoices/" + MoneybirdIds.of(invoice) + ".json"));
    assertThat(settled.at("/payments/0/credit_invoice_id").asText())
        .isEqualTo(MoneybirdIds.of(note));
    assertThat(settled.path("total_unpaid").asText()).isEqualTo("907.5");
  }

  @Test
  void thePaperIsBehindAnAddressThatIsGoodForHalfAMinute() {
    SalesDocument invoice = bird.sold.invoice("2026-1");
    bird.books.keepPaper(invoice.id(), new byte[] {'%', 'P', 'D', 'F'});
    HttpResponse<byte[]> redirect =
        bird.app.get(
            PlayedMoneybird.API
                + "sales_invoices/"
                + MoneybirdIds.of(invoice)
                + "/download_pdf.json");
    assertThat(redirect.statusCode()).isEqualTo(302);
    bird.app.without("Authorization");
    String address = Caller.header(redirect, "Location");
    assertThat(Caller.text(bird.app.get(address))).isEqualTo("%PDF");
    bird.clock.pass(Duration.ofSeconds(31));
    assertThat(bird.app.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void tooManyAreToldWhenToComeAgainAsAMoment() {
    bird.program.limits().allow("five minutes", 1);
    assertThat(Caller.header(bird.app.get(INVOICES), "RateLimit-Remaining")).isEqualTo("0");
    HttpResponse<byte[]> refused = bird.app.get(INVOICES);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Caller.text(refused)).isEqualTo("\"Retry later\"");
    assertThat(Long.parseLong(Caller.header(refused, "Retry-After")))
        .isGreaterThan(bird.clock.instant().getEpochSecond());
    assertThat(Caller.header(refused, "Retry-After"))
        .isEqualTo(Caller.header(refused, "RateLimit-Reset"));
  }

  @Test
  void theReportOfDebtorsTiesOutWithWhatIsOpen() {
    SalesDocument invoice = bird.sold.invoice("2026-1");
    bird.sold.invoice("2026-2");
    bird.sold.creditNote("2026-3", invoice);
    bird.books.pay(invoice.id(), Sold.DAY, euro("10.00"), null);
    JsonNode debtors =
        Caller.json(bird.app.get(PlayedMoneybird.API + "reports/debtors.json")).path("debtors");
    assertThat(debtors).hasSize(1);
    assertThat(debtors.at("/0/amount").asText()).isEqualTo("2107.5");
    String year = PlayedMoneybird.API + "reports/debtors.json?period=this_year";
    assertThat(bird.app.get(year).statusCode()).isEqualTo(400);
  }

  @Test
  void anotherAdministrationAndNoTokenAreRefused() {
    assertThat(bird.app.get("/api/v2/999/contacts.json").statusCode()).isEqualTo(404);
    assertThat(bird.app.without("Authorization").get(INVOICES).statusCode()).isEqualTo(401);
  }

  private List<String> numbers(String query) {
    HttpResponse<byte[]> response = bird.app.get(INVOICES + query);
    assertThat(response.statusCode()).as(Caller.text(response)).isEqualTo(200);
    List<String> numbers = new ArrayList<>();
    Caller.json(response).forEach(invoice -> numbers.add(invoice.path("invoice_id").asText()));
    return numbers;
  }
}
