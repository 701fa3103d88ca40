package org.dunlin.sandbox.program.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Happening;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of Xero, and what goes wrong on demand. */
class XeroTroubleTest {
  private static final String INVOICES = PlayedXero.API + "/Invoices";
  private static final String PAGED = INVOICES + "?pageSize=2&page=";

  private PlayedXero xero;

  @BeforeEach
  void open() throws IOException {
    xero = new PlayedXero().authorised();
  }

  @AfterEach
  void close() {
    xero.close();
  }

  @Test
  void everyAnswerTellsWhatIsLeftAndTheMinuteEndsWithAWord() {
    xero.program.limits().allow("minute", 2);
    HttpResponse<byte[]> first = xero.app.get(INVOICES);
    assertThat(Caller.header(first, "X-MinLimit-Remaining")).isEqualTo("1");
    assertThat(Caller.header(first, "X-DayLimit-Remaining")).isEqualTo("4999");
    xero.app.get(INVOICES);
    HttpResponse<byte[]> refused = xero.app.get(INVOICES);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Caller.header(refused, "X-Rate-Limit-Problem")).isEqualTo("minute");
    long wait = Long.parseLong(Caller.header(refused, "Retry-After"));
    assertThat(wait).isBetween(1L, 61L);
    xero.clock.pass(Duration.ofSeconds(wait));
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
  }

  @Test
  void theDayIsALimitOfItsOwn() {
    xero.program.limits().allow("day", 1);
    xero.app.get(INVOICES);
    HttpResponse<byte[]> refused = xero.app.get(INVOICES);
    assertThat(Caller.header(refused, "X-Rate-Limit-Problem")).isEqualTo("day");
    assertThat(Caller.header(refused, "X-MinLimit-Remaining")).isEqualTo("59");
    xero.clock.pass(Duration.ofDays(1));
    xero.authorised();
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
  }

  @Test
  void moreThanFiveAtOnceAreTooMany() throws Exception {
    xero.program.limits().allowTogether(1);
    CountDownLatch held = new CountDownLatch(1);
    xero.program
        .trouble()
        .next(
            1,
            Happening.SLOW,
            ask -> {
              held.countDown();
              return true;
            });
    Thread slow = Thread.ofVirtual().start(() -> xero.app.get(INVOICES));
    assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
    HttpResponse<byte[]> refused = xero.app.get(INVOICES);
    assertThat(Caller.header(refused, "X-Rate-Limit-Problem")).isEqualTo("concurrent");
    xero.program.trouble().release();
    slow.join();
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusalMayComeWithAndWithoutAWord() {
    xero.program.trouble().next(1, Happening.TOO_MANY);
    xero.program.trouble().next(1, Happening.TOO_MANY_UNTOLD);
    assertThat(Caller.header(xero.app.get(INVOICES), "Retry-After")).isNotEmpty();
    HttpResponse<byte[]> untold = xero.app.get(INVOICES);
    assertThat(untold.statusCode()).isEqualTo(429);
    assertThat(Caller.header(untold, "Retry-After")).isEmpty();
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILS", "UNAVAILABLE", "TOKEN_REFUSED", "HANGS_UP"})
  void beforeAWriteNothingIsDone(Happening happening) {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.program.trouble().next(1, happening);
    write(invoice);
    assertThat(xero.books.receipts().all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILS_AFTER_WRITE", "SILENT_AFTER_WRITE", "HANGS_UP_AFTER_WRITE"})
  void afterAWriteItIsDoneAndTheSameKeyFindsIt(Happening happening) {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.app.header("Idempotency-Key", "effect-1").patience(Duration.ofSeconds(2));
    xero.program.trouble().next(1, happening);
    write(invoice);
    assertThat(xero.books.receipts().all()).hasSize(1);
    write(invoice);
    assertThat(xero.books.receipts().all()).hasSize(1);
  }

  /** Whatever becomes of it. */
  private void write(SalesDocument invoice) {
    String body =
        """
        {"Invoice":{"InvoiceID":"%s"},"Account":{"Code":"090"},"Date":"2026-11-20","Amount":5}
        """
            .formatted(invoice.id());
    try {
      xero.app.put(PlayedXero.API + "/Payments", body);
    } catch (UncheckedIOException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionThatEndsGivesNoAnswer() {
    xero.program.trouble().next(5, Happening.HANGS_UP);
    assertThatThrownBy(() -> xero.app.post(INVOICES, "{}"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aPageComesTwiceOrInAnotherOrder() {
    for (int i = 0; i < 4; i++) {
      xero.sold.invoice("INV-" + i);
    }
    List<String> first = numbers(1);
    xero.program.trouble().next(1, Happening.PAGE_TWICE);
    assertThat(numbers(2)).isEqualTo(first);
    xero.program.trouble().next(1, Happening.PAGE_REORDERED);
    assertThat(numbers(1)).isEqualTo(first.reversed());
  }

  @Test
  void aRecordChangesWhileThePagesAreRead() {
    for (int i = 0; i < 4; i++) {
      xero.sold.invoice("INV-" + i);
    }
    xero.program
        .trouble()
        .after(ask -> ask.path().equals(INVOICES), () -> xero.sold.invoice("INV-4"));
    assertThat(numbers(1)).hasSize(2);
    assertThat(Caller.json(xero.app.get(PAGED + 2)).at("/pagination/itemCount").asInt())
        .isEqualTo(5);
  }

  @Test
  void anEmptyPageIsNoListAndSaysSo() {
    xero.sold.invoice("INV-1");
    xero.program.trouble().next(1, Happening.EMPTY_PAGE);
    HttpResponse<byte[]> response = xero.app.get(PAGED + 1);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode body = Caller.json(response);
    assertThat(body.has("Invoices")).isFalse();
    assertThat(body.path("Status").asText()).isEqualTo("ERROR");
  }

  @Test
  void troubleMayMeetOneKindOfRequestAlone() {
    xero.program.trouble().next(1, Happening.FAILS, ask -> ask.path().contains("Payments"));
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
    assertThat(xero.app.get(PlayedXero.API + "/Payments").statusCode()).isEqualTo(500);
  }

  @Test
  void whatWasAskedIsRememberedWithoutTokens() {
    xero.app.get(PAGED + 1);
    assertThat(xero.program.calls().getLast().query()).containsEntry("page", "1");
    assertThat(xero.program.calls().toString()).doesNotContain("Bearer");
  }

  private List<String> numbers(int page) {
    List<String> numbers = new ArrayList<>();
    Caller.json(xero.app.get(PAGED + page))
        .path("Invoices")
        .forEach(invoice -> numbers.add(invoice.path("InvoiceNumber").asText()));
    return numbers;
  }
}
