package org.dunlin.sandbox.program.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Exact Online tells of its books, and what can be done to them. */
class ExactProgramTest {
  private static final String TERMS = PlayedExact.API + "sync/Cashflow/PaymentTerms";
  private static final String INVOICES = PlayedExact.API + "salesinvoice/SalesInvoices";

  private PlayedExact exact;

  @BeforeEach
  void open() throws IOException {
    exact = new PlayedExact().authorised();
  }

  @AfterEach
  void close() {
    exact.close();
  }

  @Test
  void theNextLinksTogetherLeadToEveryRowOnce() {
    exact.program.pageSize("salesinvoice/SalesInvoices", 10);
    List<String> made = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      made.add(exact.sold.invoice("202600" + (10 + i)).id().toString());
    }
    List<String> read = new ArrayList<>();
    String next = INVOICES + "?$select=InvoiceID,InvoiceNumber&$filter=Status eq 50";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode d = Caller.json(exact.app.get(next)).path("d");
      d.path("results").forEach(row -> read.add(row.path("InvoiceID").asText()));
      next = d.path("__next").asText("");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(read).containsExactlyElementsOf(made);
  }

  @Test
  void onlyWhatWasSelectedComes() {
    exact.sold.invoice("20260001");
    JsonNode row = first(INVOICES + "?$select=InvoiceNumber,AmountDC");
    assertThat(row).hasSize(3);
    assertThat(row.path("InvoiceNumber").asInt()).isEqualTo(20260001);
    HttpResponse<byte[]> unknown = exact.app.get(INVOICES + "?$select=Nothing");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(Caller.json(unknown).at("/error/message/value").asText()).contains("Nothing");
  }

  @Test
  void theSyncBringsWhatChangedBehindATimestamp() {
    SalesDocument first = exact.sold.invoice("20260001");
    exact.sold.invoice("20260002");
    JsonNode all = rows(TERMS);
    assertThat(all).hasSize(2);
    String last = all.get(1).path("Timestamp").asText();
    assertThat(rows(TERMS + "?$filter=Timestamp gt " + last + "L")).isEmpty();
    exact.books.pay(first.id(), Sold.DAY, euro("10.00"), null);
    JsonNode changed = rows(TERMS + "?$filter=Timestamp gt " + last);
    assertThat(changed).hasSize(3);
    assertThat(changed.get(2).path("AmountDC").decimalValue()).isEqualByComparingTo("-1200.00");
    assertThat(changed.get(2).path("IsFullyPaid").asBoolean()).isFalse();
    assertThat(changed.get(0).path("Status").asInt()).isEqualTo(50);
    JsonNode money = changed.get(1);
    assertThat(money.path("TransactionType").asInt()).isEqualTo(40);
    assertThat(money.path("AmountDC").decimalValue()).isEqualByComparingTo("10.00");
    assertThat(money.path("InvoiceNumber").asInt()).isEqualTo(20260001);
  }

  @Test
  void aTermKeepsItsIdUntilItIsPaid() {
    SalesDocument invoice = exact.sold.invoice("20260001");
    exact.books.pay(invoice.id(), Sold.DAY, euro("10.00"), null);
    exact.books.pay(invoice.id(), Sold.DAY.plusDays(1), euro("1200.00"), null);
    String one = PlayedExact.API + "cashflow/Receivables(guid'" + invoice.id() + "')";
    JsonNode term = Caller.json(exact.app.get(one)).path("d");
    assertThat(term.path("IsFullyPaid").asBoolean()).isTrue();
    assertThat(term.path("LastPaymentDate").asText()).isEqualTo("/Date(1793664000000)/");
    assertThat(rows(PlayedExact.API + "read/financial/ReceivablesList")).isEmpty();
  }

  @Test
  void aTermCanBeGivenAnotherDueDateAndAWord() {
    SalesDocument invoice = exact.sold.invoice("20260001");
    String one = PlayedExact.API + "cashflow/Receivables(guid'" + invoice.id() + "')";
    HttpResponse<byte[]> changed =
        exact.app.put(one, "{\"DueDate\":\"2026-12-24\",\"Description\":\"pay: https://x\"}");
    assertThat(changed.statusCode()).isEqualTo(204);
    JsonNode term = Caller.json(exact.app.get(one)).path("d");
    assertThat(term.path("DueDate").asText()).isEqualTo("/Date(1798070400000)/");
    assertThat(term.path("Description").asText()).isEqualTo("pay: https://x");
  }

  @Test
  void aBankEntryPaysTheInvoiceThatItNames() {
    SalesDocument invoice = exact.sold.invoice("20260001");
    HttpResponse<byte[]> made = exact.app.post(bank(), entry("20", "210.00", 20260001));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(Caller.json(made).at("/d/EntryID").asText()).isNotEmpty();
    assertThat(exact.books.sums().open(invoice)).isEqualTo(euro("1000.00"));
    JsonNode found =
        rows(
            PlayedExact.API
                + "financialtransaction/BankEntryLines?$filter=Description eq 'dunlin-1'");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("OurRef").asInt()).isEqualTo(20260001);
  }

  @Test
  void anEntryOfNoInvoiceStaysOpenAndAWrongJournalIsRefused() {
    exact.sold.invoice("20260001");
    exact.app.post(bank(), entry("20", "5.00", 1));
    assertThat(exact.books.receipts().all().getFirst().document()).isNull();
    JsonNode open = rows(PlayedExact.API + "cashflow/Receivables?$filter=TransactionType eq 40");
    assertThat(open.get(0).path("AmountDC").decimalValue()).isEqualByComparingTo("5.00");
    JsonNode aging = rows(PlayedExact.API + "read/financial/AgingReceivablesList");
    assertThat(aging.get(0).path("TotalAmount").decimalValue())
        .as("money of which it is not known what it pays is taken off")
        .isEqualByComparingTo("1205.00");
    HttpResponse<byte[]> refused = exact.app.post(bank(), entry("99", "5.00", 1));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).at("/error/message/value").asText()).contains("Dagboek");
  }

  @Test
  void moneyOfTheCashDeskIsInItsOwnJournal() {
    exact.sold.invoice("20260001");
    String cash = PlayedExact.API + "financialtransaction/CashEntries";
    String sent = entry("10", "5.00", 20260001).replace("BankEntryLines", "CashEntryLines");
    assertThat(exact.app.post(cash, sent).statusCode()).isEqualTo(201);
    assertThat(rows(cash)).hasSize(1);
    assertThat(rows(bank())).isEmpty();
    assertThat(first(PlayedExact.API + "financialtransaction/CashEntryLines").path("Description"))
        .hasToString("\"dunlin-1\"");
  }

  @Test
  void linksLeadToTheNameUnderWhichItIsKnown() {
    exact.program.pageSize("salesinvoice/SalesInvoices", 1);
    exact.program.knownAs(URI.create("https://start.exactonline.nl"));
    exact.sold.invoice("20260001");
    exact.sold.invoice("20260002");
    JsonNode d = Caller.json(exact.app.get(INVOICES)).path("d");
    assertThat(d.path("__next").asText()).startsWith("https://start.exactonline.nl/api/v1/123456/");
  }

  private static String bank() {
    return PlayedExact.API + "financialtransaction/BankEntries";
  }

  private String entry(String journal, String amount, int invoice) {
    return """
    {"JournalCode":"%s","BankEntryLines":[{"Account":"%s","AmountFC":%s,"OurRef":%d,
     "Date":"2026-11-20","Description":"dunlin-1","GLAccount":null}]}
    """
        .formatted(journal, exact.sold.contact(), amount, invoice);
  }

  @Test
  void whatIsDeletedOrVoidedIsToldAndNotShown() {
    SalesDocument deleted = exact.sold.invoice("20260001");
    SalesDocument voided = exact.sold.invoice("20260002");
    exact.books.deleteDocument(deleted.id());
    exact.books.voidDocument(voided.id());
    assertThat(rows(INVOICES)).isEmpty();
    JsonNode gone = rows(PlayedExact.API + "sync/Deleted?$filter=EntityType eq 13");
    assertThat(gone.findValuesAsText("EntityKey"))
        .containsExactly(deleted.id().toString(), voided.id().toString());
  }

  @Test
  void aCodeIsPaddedAndFoundPaddedOrTrimmed() {
    String accounts = PlayedExact.API + "crm/Accounts?$filter=";
    assertThat(rows(accounts + "trim(Code) eq '1001'")).hasSize(1);
    assertThat(rows(accounts + "Code eq '              1001'")).hasSize(1);
    assertThat(rows(accounts + "Code eq '1001'")).isEmpty();
    assertThat(rows(accounts + "(Country eq 'BE' or Country eq 'NL') and Name ne null")).hasSize(1);
    assertThat(exact.app.get(accounts + "Name equals 'x'").statusCode()).isEqualTo(400);
  }

  @Test
  void thePaperOfAnInvoiceIsFoundByItsDocument() {
    SalesDocument invoice = exact.sold.invoice("20260001");
    exact.books.keepPaper(invoice.id(), new byte[] {'%', 'P', 'D', 'F'});
    String document = first(INVOICES).path("Document").asText();
    JsonNode attachment =
        first(
            PlayedExact.API
                + "documents/DocumentAttachments?$filter=Document eq guid'"
                + document
                + "'");
    HttpResponse<byte[]> file = exact.app.get(attachment.path("Url").asText() + "&Download=1");
    assertThat(Caller.text(file)).isEqualTo("%PDF");
  }

  @Test
  void everyAnswerTellsItsLimitsInMilliseconds() {
    exact.program.limits().allow("minute", 1);
    HttpResponse<byte[]> response = exact.app.get(INVOICES);
    assertThat(Caller.header(response, "X-RateLimit-Limit")).isEqualTo("5000");
    assertThat(Caller.header(response, "X-RateLimit-Minutely-Remaining")).isEqualTo("0");
    long resets = Long.parseLong(Caller.header(response, "X-RateLimit-Minutely-Reset"));
    assertThat(resets - exact.clock.instant().toEpochMilli()).isBetween(1L, 60_000L);
    assertThat(exact.app.get(INVOICES).statusCode()).isEqualTo(429);
  }

  private JsonNode rows(String path) {
    HttpResponse<byte[]> response = exact.app.get(path);
    assertThat(response.statusCode()).as(Caller.text(response)).isEqualTo(200);
    return Caller.json(response).path("d").path("results");
  }

  private JsonNode first(String path) {
    return rows(path).get(0);
  }
}
