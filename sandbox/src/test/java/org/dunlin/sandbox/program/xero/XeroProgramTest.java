package org.dunlin.sandbox.program.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Xero tells of its books, and what can be done to them. */
class XeroProgramTest {
  private static final String INVOICES = PlayedXero.API + "/Invoices";
  private static final String PAYMENTS = PlayedXero.API + "/Payments";

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
  void pagesTogetherHoldEveryInvoiceOnce() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      made.add(xero.sold.invoice("INV-" + i).id().toString());
    }
    List<String> read = new ArrayList<>();
    int pages = 0;
    JsonNode body;
    do {
      pages++;
      body = Caller.json(xero.app.get(INVOICES + "?pageSize=10&page=" + pages));
      body.path("Invoices").forEach(invoice -> read.add(invoice.path("InvoiceID").asText()));
    } while (pages < body.path("pagination").path("pageCount").asInt());
    assertThat(pages).isEqualTo(3);
    assertThat(read).containsExactlyElementsOf(made);
    assertThat(body.path("pagination").path("itemCount").asInt()).isEqualTo(25);
  }

  @Test
  void withoutAPageAllComeAndNoneWithLines() {
    xero.sold.invoice("INV-1");
    JsonNode all = Caller.json(xero.app.get(INVOICES));
    assertThat(all.path("Invoices")).hasSize(1);
    assertThat(all.at("/Invoices/0/LineItems")).isEmpty();
    assertThat(all.has("pagination")).isFalse();
    assertThat(Caller.json(xero.app.get(INVOICES + "?page=1")).at("/Invoices/0/LineItems"))
        .hasSize(2);
  }

  @Test
  void onlyWhatChangedSinceComesAndAPaymentChangesItsInvoice() {
    SalesDocument first = xero.sold.invoice("INV-1");
    xero.sold.invoice("INV-2");
    xero.clock.pass(Duration.ofMinutes(5));
    Instant since = xero.clock.instant();
    assertThat(changedSince(since)).isEmpty();
    xero.books.pay(first.id(), Sold.DAY, euro("10.00"), null);
    assertThat(changedSince(since)).containsExactly("INV-1");
  }

  private List<String> changedSince(Instant since) {
    xero.app.header("If-Modified-Since", since.toString());
    List<String> numbers = new ArrayList<>();
    Caller.json(xero.app.get(INVOICES + "?page=1"))
        .path("Invoices")
        .forEach(invoice -> numbers.add(invoice.path("InvoiceNumber").asText()));
    xero.app.without("If-Modified-Since");
    return numbers;
  }

  @Test
  void amountsFollowFromPaymentsAndCredits() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    SalesDocument note = xero.sold.creditNote("CN-1", invoice);
    xero.books.pay(invoice.id(), Sold.DAY, euro("210.00"), "bank 7");
    xero.books.apply(note.id(), invoice.id(), euro("302.50"), Sold.DAY);
    JsonNode told = invoice(invoice);
    assertThat(told.path("Total").decimalValue()).isEqualByComparingTo("1210.00");
    assertThat(told.path("AmountPaid").decimalValue()).isEqualByComparingTo("210.00");
    assertThat(told.path("AmountCredited").decimalValue()).isEqualByComparingTo("302.50");
    assertThat(told.path("AmountDue").decimalValue()).isEqualByComparingTo("697.50");
    assertThat(told.path("Status").asText()).isEqualTo("AUTHORISED");
    xero.books.pay(invoice.id(), Sold.DAY.plusDays(1), euro("697.50"), "bank 8");
    assertThat(invoice(invoice).path("Status").asText()).isEqualTo("PAID");
    assertThat(invoice(invoice).path("FullyPaidOnDate").asText())
        .isEqualTo("/Date(1793664000000+0000)/");
  }

  private JsonNode invoice(SalesDocument invoice) {
    return Caller.json(xero.app.get(INVOICES + "/" + invoice.id())).at("/Invoices/0");
  }

  @Test
  void aPaymentIsBookedOnceForOneKey() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.app.header("Idempotency-Key", "effect-1");
    HttpResponse<byte[]> first = xero.app.put(PAYMENTS, payment(invoice, "100.00"));
    HttpResponse<byte[]> again = xero.app.put(PAYMENTS, payment(invoice, "100.00"));
    HttpResponse<byte[]> other = xero.app.put(PAYMENTS, payment(invoice, "200.00"));
    assertThat(Caller.json(again).at("/Payments/0/PaymentID"))
        .isEqualTo(Caller.json(first).at("/Payments/0/PaymentID"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(xero.books.receipts().all()).hasSize(1);
    xero.app.header("Idempotency-Key", "effect-2");
    assertThat(xero.app.post(PAYMENTS, payment(invoice, "1110.00")).statusCode()).isEqualTo(200);
    assertThat(invoice(invoice).path("Status").asText()).isEqualTo("PAID");
  }

  private static String payment(SalesDocument invoice, String amount) {
    return """
        {"Invoice":{"InvoiceID":"%s"},"Account":{"Code":"090"},"Date":"2026-11-20",
         "Amount":%s,"Reference":"dunlin-1"}
        """
        .formatted(invoice.id(), amount);
  }

  @Test
  void aPaymentOfMoreThanIsOpenIsRefusedWithItsReason() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    HttpResponse<byte[]> refused = xero.app.put(PAYMENTS, payment(invoice, "1210.01"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).path("Type").asText()).isEqualTo("ValidationException");
    assertThat(Caller.json(refused).at("/Elements/0/ValidationErrors/0/Message").asText())
        .contains("exceeds the amount outstanding");
    HttpResponse<byte[]> summary =
        xero.app.put(PAYMENTS + "?summarizeErrors=false", payment(invoice, "1210.01"));
    assertThat(summary.statusCode()).isEqualTo(200);
    assertThat(Caller.json(summary).at("/Payments/0/StatusAttributeString").asText())
        .isEqualTo("ERROR");
  }

  @Test
  void aPaymentIsFoundByItsReferenceAndCanBeTakenBack() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.books.pay(invoice.id(), Sold.DAY, euro("10.00"), "dunlin-7");
    JsonNode found =
        Caller.json(xero.app.get(PAYMENTS + "?where=Reference==\"dunlin-7\"")).path("Payments");
    assertThat(found).hasSize(1);
    JsonNode ofInvoice =
        Caller.json(
                xero.app.get(PAYMENTS + "?where=Invoice.InvoiceID==guid(\"" + invoice.id() + "\")"))
            .path("Payments");
    assertThat(ofInvoice).hasSize(1);
    String id = found.at("/0/PaymentID").asText();
    xero.app.post(PAYMENTS + "/" + id, "{\"Status\":\"DELETED\"}");
    assertThat(Caller.json(xero.app.get(PAYMENTS + "/" + id)).at("/Payments/0/Status").asText())
        .isEqualTo("DELETED");
    assertThat(invoice(invoice).path("AmountDue").decimalValue()).isEqualByComparingTo("1210.00");
  }

  @Test
  void anInvoiceWithPaymentsCannotBeVoidedAndOneWithoutCan() {
    SalesDocument paid = xero.sold.invoice("INV-1");
    SalesDocument free = xero.sold.invoice("INV-2");
    xero.books.pay(paid.id(), Sold.DAY, euro("10.00"), null);
    String voided = "{\"Status\":\"VOIDED\"}";
    assertThat(xero.app.post(INVOICES + "/" + paid.id(), voided).statusCode()).isEqualTo(400);
    assertThat(xero.app.post(INVOICES + "/" + free.id(), voided).statusCode()).isEqualTo(200);
    assertThat(invoice(free).path("Status").asText()).isEqualTo("VOIDED");
    assertThat(invoice(free).path("AmountDue").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void thePaperComesToWhoeverAsksForPdf() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.books.keepPaper(invoice.id(), new byte[] {'%', 'P', 'D', 'F'});
    xero.app.header("Accept", "application/pdf");
    HttpResponse<byte[]> paper = xero.app.get(INVOICES + "/" + invoice.id());
    assertThat(Caller.header(paper, "Content-Type")).isEqualTo("application/pdf");
    assertThat(Caller.text(paper)).isEqualTo("%PDF");
  }

  @Test
  void aContactTellsWhatItOwesAndAnInvoiceWhereItIsPaid() {
    SalesDocument invoice = xero.sold.invoice("INV-1", Sold.DAY.minusDays(60));
    xero.sold.invoice("INV-2");
    xero.books.pay(invoice.id(), Sold.DAY, euro("10.00"), null);
    JsonNode balances =
        Caller.json(xero.app.get(PlayedXero.API + "/Contacts?page=1"))
            .at("/Contacts/0/Balances/AccountsReceivable");
    assertThat(balances.path("Outstanding").decimalValue()).isEqualByComparingTo("2410.00");
    assertThat(balances.path("Overdue").decimalValue()).isEqualByComparingTo("1200.00");
    xero.app.post(INVOICES + "/" + invoice.id(), "{\"Url\":\"https://pay.example/1\"}");
    assertThat(invoice(invoice).path("Url").asText()).isEqualTo("https://pay.example/1");
  }

  @Test
  void aNoteStandsInTheHistory() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    String history = INVOICES + "/" + invoice.id() + "/History";
    xero.app.put(history, "{\"HistoryRecords\":[{\"Details\":\"Reminder sent\"}]}");
    assertThat(Caller.json(xero.app.get(history)).at("/HistoryRecords/0/Details").asText())
        .isEqualTo("Reminder sent");
  }

  @Test
  void whereAndOrderHold() {
    xero.sold.invoice("INV-1", Sold.DAY);
    xero.sold.invoice("INV-2", Sold.DAY.plusDays(3));
    JsonNode later =
        Caller.json(
                xero.app.get(
                    INVOICES
                        + "?page=1&where=Date>=DateTime(2026, 11, 04) AND Status==\"AUTHORISED\""
                            .replace(">", "%3E")))
            .path("Invoices");
    assertThat(later).hasSize(1);
    assertThat(later.at("/0/InvoiceNumber").asText()).isEqualTo("INV-2");
    JsonNode down = Caller.json(xero.app.get(INVOICES + "?order=Date DESC")).path("Invoices");
    assertThat(down.at("/0/InvoiceNumber").asText()).isEqualTo("INV-2");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(xero.app.get(INVOICES + "/" + xero.sold.contact()).statusCode()).isEqualTo(404);
    assertThat(xero.app.get(PlayedXero.API + "/Nothing").statusCode()).isEqualTo(404);
  }
}
