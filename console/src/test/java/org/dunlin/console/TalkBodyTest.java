package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** What a program says is read as it is meant, or refused; nothing is held by a slip. */
class TalkBodyTest {
  private final Scene scene = new Scene();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice =
      scene.invoice(customer, "2026-0042", LocalDate.of(2026, 10, 1), "100.00");
  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

  @Test
  void aMisspeltInvoiceDoesNotHoldTheCustomer() {
    refused("/holds", "invoiceid", hold("\"invoiceid\":\"" + invoice + "\""));
    refused("/holds", "invoiceId", hold("\"invoiceId\":[\"" + invoice + "\"]"));
    refused("/holds", "invoiceId", hold("\"invoiceId\":\"\""));
    refused("/holds", "invoiceId", hold("\"invoiceId\":42"));
    made("/holds", hold("\"invoiceId\":\"" + invoice + "\""));
    made("/holds", hold("\"invoiceId\":null"));
  }

  @Test
  void invoicesAreAListOrAbsent() {
    refused("/promises", "invoiceIds", promise("\"invoiceIds\":\"" + invoice + "\""));
    refused("/promises", "invoiceIds", promise("\"invoiceIds\":[]"));
    refused("/promises", "invoiceIds", promise("\"invoiceIds\":{\"a\":\"" + invoice + "\"}"));
    refused("/promises", "invoiceIds", promise("\"invoiceIds\":[42]"));
    refused("/promises", "invoices", promise("\"invoices\":[\"" + invoice + "\"]"));
    made("/promises", promise("\"invoiceIds\":[\"" + invoice + "\"]"));
  }

  @Test
  void instalmentsAreAListOfDaysAndAmounts() {
    refused("/arrangements", "instalments", arrangement("\"100.00\""));
    refused("/arrangements", "instalments", arrangement("[\"100.00\"]"));
    refused(
        "/arrangements",
        "due",
        arrangement("[{\"due\":\"%s\",\"amount\":\"100.00\"}]".formatted(day())));
    made(
        "/arrangements",
        arrangement("[{\"dueDate\":\"%s\",\"amount\":\"100.00\"}]".formatted(day())));
  }

  @Test
  void whatNoTextOfTheDatabaseCanBeIsRefused() {
    String dispute =
        "{\"invoiceId\":\"%s\",\"reason\":\"PRICE\",\"owner\":\"be\\u0000rt\"}".formatted(invoice);
    assertThat(post("/disputes", dispute).statusCode()).isEqualTo(422);
    assertThat(
            program.get("/api/v1/companies/" + scene.id() + "/tasks?assignee=be%00rt").statusCode())
        .isEqualTo(400);
    String never = arrangement("[{\"dueDate\":\"+999999999-12-31\",\"amount\":\"100.00\"}]");
    assertThat(post("/arrangements", never).statusCode()).isEqualTo(422);
  }

  private String hold(String more) {
    return "{\"customerId\":\"%s\",\"until\":\"%s\",\"words\":\"Wait\",%s}"
        .formatted(customer, day(), more);
  }

  private String promise(String more) {
    return "{\"customerId\":\"%s\",\"on\":\"%s\",%s}".formatted(customer, day(), more);
  }

  private String arrangement(String instalments) {
    return "{\"customerId\":\"%s\",\"instalments\":%s}".formatted(customer, instalments);
  }

  private static String day() {
    return Scene.TODAY.plusDays(2).toString();
  }

  private void refused(String path, String field, String body) {
    HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).at("/errors").findValuesAsText("field")).containsExactly(field);
    assertThat(scene.stores().talk().standstills().standing(scene.id())).isEmpty();
  }

  private void made(String path, String body) {
    HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> post(String path, String body) {
    return program.send(
        "POST", "/api/v1/companies/" + scene.id() + path, body, "Content-Type", "application/json");
  }
}
