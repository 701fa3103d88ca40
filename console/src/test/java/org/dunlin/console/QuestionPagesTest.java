package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.access.Scope;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.work.match.MatchCompany;
import org.junit.jupiter.api.Test;

/**
 * Whether two invoices, or customers, are one: a person sees both, knows what follows, and says.
 */
class QuestionPagesTest {
  private final Scene scene = new Scene();
  private final Twins twins = new Twins(scene);
  private final Browser browser = Browser.signedIn();

  @Test
  void aQuestionIsATaskAndLeadsToBothSideBySide() {
    UUID id = askedOfInvoices();
    assertThat(Text.of(browser.open(scene.page())))
        .contains("1 record that may be those of another connection");
    assertThat(text("/questions"))
        .contains("Invoice 2026-0042", "billing, books")
        .contains("Number, Issued, Due, Total");
    assertThat(text("/questions/" + id))
        .containsSubsequence("Number 2026-0042 2026-0042 agrees")
        .containsSubsequence("Customer Jansen Handel Jansen differs")
        .containsSubsequence("VAT number – NL001234567B01 only one says it")
        .contains("The figures of books count: EUR 100.00 outstanding.")
        .contains("billing, which says EUR 100.00, adds only what is lacking there.")
        .contains("The reminders of billing are held");
  }

  @Test
  void whatIsTheSameIsOneInvoiceWithItsSourcesAndMayBeUndone() {
    UUID id = askedOfInvoices();
    assertThat(Text.of(browser.follow(press(id, "/answer", "same", "true"))))
        .contains("They are one from now on.");
    UUID invoice = twins.invoice(Scene.FOLDER);
    assertThat(text("/invoices/" + invoice))
        .contains("Which connections have it", "books its figures count", "billing");

    assertThat(Text.of(browser.follow(press(id, "/undo")))).contains("The answer is taken back.");
    match();
    assertThat(twins.invoice("billing")).isNotEqualTo(invoice);
    assertThat(state(id)).isEqualTo(State.OPEN);
  }

  @Test
  void thePagesOfBothRecordsSayThatItIsAskedAndNoOtherPageDoes() {
    UUID id = askedOfInvoices();
    UUID other = scene.invoice(scene.customer("Bakkerij Smit"), "2026-0099", Scene.TODAY, "10.00");

    assertThat(invoicePage(twins.invoice(Scene.FOLDER))).contains("/questions/" + id);
    assertThat(invoicePage(twins.invoice("billing"))).contains("/questions/" + id);
    assertThat(invoicePage(other)).doesNotContain("/questions/" + id);
  }

  private String invoicePage(UUID invoice) {
    return browser.open("/invoices/" + invoice + "?company=" + scene.id()).body();
  }

  @Test
  void whatIsNotTheSameIsAskedNoMore() {
    UUID id = askedOfInvoices();
    press(id, "/answer", "same", "false");
    match();
    assertThat(state(id)).isEqualTo(State.DIFFERENT);
    assertThat(Text.of(browser.open(scene.page()))).doesNotContain("that may be those of another");
    assertThat(text("/questions?show=ANSWERED")).contains("Invoice 2026-0042", "Not the same");
  }

  @Test
  void whatIsPutOffIsNoTaskAndStaysAsked() {
    UUID id = askedOfInvoices();
    assertThat(Text.of(browser.follow(press(id, "/later")))).contains("It is no task for 7 days.");
    assertThat(Text.of(browser.open(scene.page()))).doesNotContain("that may be those of another");
    assertThat(text("/questions")).contains("Put off until 27 Nov 2026");
  }

  @Test
  void theInvoiceSaysWhyItsRemindersAreHeld() {
    askedOfInvoices();
    assertThat(text("/invoices/" + twins.invoice("billing")))
        .contains("billing and books may have the same invoice")
        .contains("the reminders of one of them are held");
  }

  @Test
  void aCustomerOfTwoConnectionsHasOnePageWithBothAndIsPartedThere() {
    twins.customer(Scene.FOLDER, "Jansen", "NL001234567B01");
    twins.customer("billing", "Jansen Handel", "NL001234567B01");
    scene.stores().ofRecord().name(scene.id(), Subject.CUSTOMERS, Scene.FOLDER, "anna");
    match();
    Customer leader = twins.said(Scene.FOLDER);
    assertThat(text("/customers/" + leader.id()))
        .contains("Which connections have this customer", "books leads", "Jansen Handel");
    assertThat(text("/customers/" + twins.said("billing").id()))
        .contains("stand with the customer who leads", "Jansen (books)");
    assertThat(text("/customers?show=all")).contains("Jansen").doesNotContain("Jansen Handel");

    browser.open("/customers/" + leader.id() + "?company=" + scene.id());
    browser.press(
        "/questions/part",
        "company",
        scene.id(),
        "kind",
        Kind.CUSTOMER.name(),
        "connection",
        Scene.FOLDER,
        "source",
        twins.sourceId(Scene.FOLDER),
        "otherConnection",
        "billing",
        "otherSource",
        twins.sourceId("billing"));
    match();
    assertThat(text("/customers?show=all")).contains("Jansen Handel");
  }

  @Test
  void anotherCompanysQuestionIsNotHere() {
    UUID id = askedOfInvoices();
    Scene other = new Scene();
    assertThat(browser.open("/questions/" + id + "?company=" + other.id()).statusCode())
        .isEqualTo(404);
    Caller program = Caller.allowed(other.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + other.id() + "/questions/" + id + "/same";
    assertThat(program.send("POST", path, "").statusCode()).isEqualTo(404);
    assertThat(state(id)).isEqualTo(State.OPEN);
  }

  @Test
  void aProgramAnswersPutsOffAndTakesBack() {
    UUID id = askedOfInvoices();
    String path = "/api/v1/companies/" + scene.id() + "/questions/" + id;
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    assertThat(Caller.json(program.get(path)).at("/sides/0/invoice/number").asText())
        .isEqualTo("2026-0042");
    assertThat(program.send("POST", path + "/undo", "").statusCode()).isEqualTo(409);
    assertThat(Caller.json(program.send("POST", path + "/later", "")).path("putOffUntil").asText())
        .isEqualTo("2026-11-27");
    assertThat(Caller.json(program.send("POST", path + "/same", "")).path("state").asText())
        .isEqualTo("SAME");
    assertThat(program.send("POST", path + "/later", "").statusCode()).isEqualTo(409);
    assertThat(Caller.json(program.send("POST", path + "/undo", "")).path("state").asText())
        .isEqualTo("OPEN");
    Caller reader = Caller.allowed(scene.id(), Scope.READ);
    assertThat(reader.send("POST", path + "/same", "").statusCode()).isEqualTo(403);
  }

  private UUID askedOfInvoices() {
    twins.customer(Scene.FOLDER, "Jansen", "NL001234567B01");
    twins.invoice(Scene.FOLDER, "2026-0042", "100.00");
    twins.customer("billing", "Jansen Handel", null);
    twins.invoice("billing", "2026-0042", "100.00");
    match();
    return scene.stores().identities().open(scene.id()).getFirst().id();
  }

  private void match() {
    twins.matchIsDue();
    MatchCompany match = new MatchCompany(scene.stores(), Checkpoint.NONE);
    while (match.next()) {
      // until nothing waits
    }
  }

  private State state(UUID id) {
    return scene.stores().identities().find(scene.id(), id).orElseThrow().state();
  }

  private String text(String path) {
    String company = (path.contains("?") ? "&" : "?") + "company=" + scene.id();
    return Text.of(browser.open(path + company));
  }

  private HttpResponse<String> press(UUID id, String action, String... fields) {
    String address = "/questions/" + id + "?company=" + scene.id();
    browser.open(address);
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 4, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = address;
    return browser.press("/questions/" + id + action, all);
  }
}
