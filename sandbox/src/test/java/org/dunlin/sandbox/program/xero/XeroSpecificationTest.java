package org.dunlin.sandbox.program.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.Specs;
import org.dunlin.sandbox.program.books.Deposit;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the played Xero against Xero's own specification of the Accounting API. */
class XeroSpecificationTest {
  private static OpenApiInteractionValidator validator;
  private static PlayedXero xero;
  private static SalesDocument invoice;
  private static SalesDocument note;
  private static Deposit over;

  @BeforeAll
  static void fill() throws IOException {
    validator =
        OpenApiInteractionValidator.createForSpecificationUrl(
                Specs.of("xero/xero_accounting.yaml").toString())
            // The vendor answers with more than its specification names.
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel(
                        "validation.response.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build();
    xero = new PlayedXero().authorised();
    xero.program.limits().lift();
    invoice = xero.sold.invoice("INV-1");
    note = xero.sold.creditNote("CN-1", invoice);
    xero.books.pay(invoice.id(), Sold.DAY, euro("10.00"), "bank 1");
    xero.books.apply(note.id(), invoice.id(), euro("20.00"), Sold.DAY);
    over =
        xero.books.deposit(
            Deposit.Kind.OVERPAYMENT, xero.sold.contact(), Sold.DAY, euro("50.00"), "too much");
    xero.books.apply(over.id(), invoice.id(), euro("5.00"), Sold.DAY);
    xero.books.deposit(
        Deposit.Kind.PREPAYMENT, xero.sold.contact(), Sold.DAY, euro("70.00"), "before");
    xero.books.note(invoice.id(), "A note");
  }

  @AfterAll
  static void close() {
    if (xero != null) {
      xero.close();
    }
  }

  static Stream<String> lists() {
    return Stream.of(
        "/Organisation",
        "/Accounts",
        "/Contacts",
        "/Contacts?page=1",
        "/Invoices",
        "/Invoices?page=1",
        "/CreditNotes",
        "/CreditNotes?page=1",
        "/Payments?page=1",
        "/Overpayments?page=1",
        "/Prepayments?page=1",
        "/PaymentServices",
        "/BrandingThemes");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsAreAsXeroSpecifiesThem(String path) {
    conforms(Request.Method.GET, path, xero.app.get(PlayedXero.API + path), 200);
  }

  @Test
  void singleRecordsAreAsXeroSpecifiesThem() {
    get("/Invoices/" + invoice.id());
    get("/Invoices/" + invoice.id() + "/OnlineInvoice");
    get("/Invoices/" + invoice.id() + "/History");
    get("/CreditNotes/" + note.id());
    get("/Contacts/" + xero.sold.contact());
    get("/Overpayments/" + over.id());
    get("/Payments/" + xero.books.receipts().all().getFirst().id());
  }

  private static void get(String path) {
    conforms(Request.Method.GET, path, xero.app.get(PlayedXero.API + path), 200);
  }

  @Test
  void whatIsWrittenIsAnsweredAsXeroSpecifiesIt() {
    put("/Payments", payment("1.00"), 200);
    put("/Payments", payment("9999.00"), 400);
    put(
        "/Invoices/" + invoice.id() + "/History",
        "{\"HistoryRecords\":[{\"Details\":\"x\"}]}",
        200);
    SalesDocument other = xero.sold.creditNote("CN-2", invoice);
    put(
        "/CreditNotes/" + other.id() + "/Allocations",
        """
        {"Allocations":[{"Amount":2.00,"Date":"2026-11-20","Invoice":{"InvoiceID":"%s"}}]}
        """
            .formatted(invoice.id()),
        200);
    put(
        "/PaymentServices",
        """
        {"PaymentServices":[{"PaymentServiceName":"Dunlin","PayNowText":"Pay",
         "PaymentServiceUrl":"https://pay.example/i?nr=[INVOICENUMBER]"}]}
        """,
        200);
    put(
        "/Contacts",
        "{\"Contacts\":[{\"Name\":\"Nieuw B.V.\",\"EmailAddress\":\"a@nieuw.example\"}]}",
        200);
    put("/Contacts", "{\"Contacts\":[{\"EmailAddress\":\"a@nieuw.example\"}]}", 400);
  }

  private static String payment(String amount) {
    return """
        {"Payments":[{"Invoice":{"InvoiceID":"%s"},"Account":{"Code":"090"},
         "Date":"2026-11-20","Amount":%s}]}
        """
        .formatted(invoice.id(), amount);
  }

  private static void put(String path, String body, int status) {
    conforms(Request.Method.PUT, path, xero.app.put(PlayedXero.API + path, body), status);
  }

  private static void conforms(
      Request.Method method, String path, HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).as(Caller.text(answer)).isEqualTo(status);
    String type = Caller.header(answer, "Content-Type");
    assertThat(faults(method, path, status, type, Caller.text(answer)))
        .as(method + " " + path)
        .isEmpty();
  }

  private static List<ValidationReport.Message> faults(
      Request.Method method, String path, int status, String type, String body) {
    ValidationReport report =
        validator.validateResponse(
            PlayedXero.API + path.replaceFirst("\\?.*", ""),
            method,
            SimpleResponse.Builder.status(status).withContentType(type).withBody(body).build());
    return report.getMessages().stream()
        .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
        .toList();
  }

  @Test
  void whatIsNotAsSpecifiedIsFound() {
    String wrong = "{\"Invoices\":[{\"Status\":\"OPEN\",\"Total\":\"1210.00\"}]}";
    assertThat(faults(Request.Method.GET, "/Invoices", 200, "application/json", wrong)).hasSize(2);
  }
}
