package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.Promise;
import org.dunlin.store.Ids;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.payer.PayerRules;
import org.dunlin.work.debit.Mandates;
import org.dunlin.work.pay.Visit;
import org.dunlin.work.payer.Payer;
import org.dunlin.work.payer.PayerForm;
import org.dunlin.work.payer.SignMandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a payer does on its page in a browser, at a desk, on a phone, and without scripts. */
class PayerActsTest {
  private final PayerScene mine = new PayerScene();

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PLAIN"})
  void anInvoiceIsContestedWithADocument(Eye eye) {
    mine.at(
        eye,
        page -> {
          page.getByText("Something is not right with an invoice").click();
          page.getByLabel("What is it about?").selectOption("QUALITY");
          page.getByLabel("Which amount do you contest?").fill("210,50");
          page.getByLabel("What is not right?").fill("Half of it was stale.");
          page.locator("#file")
              .setInputFiles(
                  new FilePayload(
                      "bread.pdf",
                      "application/pdf",
                      "%PDF-1.7 bread".getBytes(StandardCharsets.US_ASCII)));
          page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
          assertThat(page.locator("[role=status]").innerText()).contains("somebody looks into it");
          assertThat(page.locator("#said + ol").innerText())
              .contains("Contested invoice", "210.50", "2026-0042", "Half of it was stale.");
        });
    Standstill dispute = mine.said().getFirst();
    assertThat(dispute.made().by()).isEqualTo("payer");
    assertThat(((Dispute) dispute.record()).amount()).isEqualTo(Scene.euro("210.50"));
    Browser anna = Browser.signedIn();
    String shown = anna.open("/standstills/" + dispute.id() + "?company=" + id()).body();
    assertThat(shown).contains("bread.pdf", "Half of it was stale.", "Customer, on its page");
    UUID paper = mine.stores().payer().papers().of(id(), dispute.id()).getFirst().id();
    String path = "/standstills/" + dispute.id() + "/papers/" + paper + "?company=";
    assertThat(anna.open(path + id()).body()).isEqualTo("%PDF-1.7 bread");
    assertThat(anna.open(path + new Scene().id()).statusCode()).isEqualTo(404);
    assertThat(anna.open("/tasks?company=" + id()).body()).contains("A dispute is open");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PLAIN"})
  void aDayIsPromisedWithinTheRulesAndOnce(Eye eye) {
    mine.at(
        eye,
        page -> {
          page.getByText("Say when you will pay").click();
          page.getByLabel("I pay on").fill(Scene.TODAY.plusDays(10).toString());
          page.getByText("Promise it").click();
          assertThat(page.locator("[role=status]").innerText()).contains("The day is noted");
          assertThat(page.locator("tbody tr").first().innerText())
              .contains("Promised for 30 Nov 2026");
          page.getByText("Say when you will pay").click();
          page.getByLabel("I pay on").fill(Scene.TODAY.plusDays(12).toString());
          page.getByText("Promise it").click();
          assertThat(page.locator("[role=alert]").innerText())
              .contains("promised for one of these");
          assertThat(page.getByLabel("I pay on").inputValue())
              .isEqualTo(Scene.TODAY.plusDays(12).toString());
        });
    assertThat(mine.said())
        .extracting(said -> ((Promise) said.record()).on())
        .containsExactly(Scene.TODAY.plusDays(10));
    assertThat(mine.said().getFirst().invoices()).containsExactly(mine.first);
  }

  @Test
  void noDayIsPromisedThatIsTooFarAndNoneAtAllWhereTheCompanyWantsNone() {
    Visitor visitor = new Visitor();
    String form = visitor.form(mine.path + "/promise", "promise");
    assertThat(promise(visitor, form, 15).body()).contains("too far away");
    assertThat(promise(visitor, form, -1).body()).contains("from today on");
    mine.stores().payer().rules().put(id(), new PayerRules(0, false));
    assertThat(visitor.open(mine.path).body()).doesNotContain("Say when you will pay");
    assertThat(promise(visitor, form, 3).statusCode()).isEqualTo(303);
    assertThat(mine.said()).isEmpty();
  }

  private HttpResponse<String> promise(Visitor visitor, String form, int days) {
    return visitor.post(
        mine.path + "/promise",
        "form",
        form,
        "i",
        mine.first.toString(),
        "on",
        Scene.TODAY.plusDays(days).toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PLAIN"})
  void instalmentsAreProposedAndAPersonAnswersUnlessTheCompanyAgreesAtOnce(Eye eye) {
    boolean atOnce = eye == Eye.PLAIN;
    mine.stores().payer().rules().put(id(), new PayerRules(14, atOnce));
    mine.at(
        eye,
        page -> {
          page.getByText("Propose instalments").click();
          page.getByLabel("2026-0051").check();
          page.getByLabel("How many equal instalments?").selectOption("3");
          page.getByLabel("First instalment on").fill(Scene.TODAY.plusDays(5).toString());
          page.getByText("Propose it").click();
          assertThat(page.locator("#said + ol").innerText())
              .contains(atOnce ? "Agreed" : "Proposed", "433.50", "25 Nov 2026");
        });
    Standstill said = mine.said().getFirst();
    assertThat(said.state()).isEqualTo(atOnce ? StandstillState.AGREED : StandstillState.PROPOSED);
    assertThat(((Arrangement) said.record()).instalments()).hasSize(3);
  }

  @Test
  void instalmentsOutsideOfTheRulesAreNotEvenProposed() {
    mine.stores().talk().rules().put(id(), new ArrangementRules(3, 90, Scene.euro("500.00")));
    Visitor visitor = new Visitor();
    for (String[] wrong :
        new String[][] {
          {"3", "MONTH", "5", "too small"},
          {"4", "WEEK", "5", "more instalments"},
          {"2", "MONTH", "80", "too late"},
          {"2", "MONTH", "-1", "from today on"}
        }) {
      String answer =
          visitor
              .post(
                  mine.path + "/instalments",
                  "form",
                  visitor.form(mine.path + "/instalments", "instalments"),
                  "i",
                  mine.first.toString(),
                  "count",
                  wrong[0],
                  "every",
                  wrong[1],
                  "first",
                  Scene.TODAY.plusDays(Integer.parseInt(wrong[2])).toString())
              .body();
      assertThat(answer).contains(wrong[3]);
    }
    assertThat(mine.said()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PLAIN"})
  void anotherAddressIsAskedForAndTheKnownOneIsTold(Eye eye) {
    mine.mode(DunningMode.LIVE);
    mine.at(
        eye,
        page -> {
          page.getByText("Change contact details or language").click();
          page.getByLabel("E-mail address").fill("new@customer.example");
          page.getByLabel("Telephone").fill("+31 20 765 43 21");
          page.getByText("Send the changes").click();
          assertThat(page.locator("[role=status]").innerText()).contains("checks it");
        });
    assertThat(mine.stores().customers().find(id(), mine.customer).orElseThrow().email())
        .as("nothing is changed by itself")
        .isEqualTo("ap@customer.example");
    Browser anna = Browser.signedIn();
    assertThat(anna.open("/customers/" + mine.customer + "?company=" + id()).body())
        .contains("E-mail address: new@customer.example (until now ap@customer.example)");
    assertThat(anna.open("/tasks?company=" + id()).body()).contains("Bakkerij Jansen");
    var mail = mine.stores().views().messages().newest(id(), 5).stream().findFirst().orElseThrow();
    assertThat(mail.recipient()).isEqualTo("ap@customer.example");
    assertThat(mail.customer()).isEqualTo("Bakkerij Jansen B.V.");
    assertThat(mail.subject()).contains("another e-mail address was asked for");
  }

  @Test
  void inShadowModeNothingOfItLeaves() {
    Visitor visitor = new Visitor();
    visitor.post(
        mine.path + "/contact",
        "form",
        visitor.form(mine.path + "/contact", "contact"),
        "email",
        "new@customer.example");
    assertThat(mine.stores().views().messages().newest(id(), 5))
        .extracting(line -> line.state().name())
        .containsExactly("SHADOW");
    assertThat(
            visitor
                .post(
                    mine.path + "/contact",
                    "form",
                    visitor.form(mine.path + "/contact", "contact"),
                    "email",
                    "a@b.example\r\nBcc: all@evil.example")
                .body())
        .contains("Leave out the control characters");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PLAIN"})
  void theLanguageThatIsChosenIsThatOfThePageAndOfMessages(Eye eye) {
    mine.at(
        eye,
        page -> {
          page.getByText("Change contact details or language").click();
          page.locator("#language").selectOption("de");
          page.getByText("Save the language").click();
          assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
          assertThat(page.locator("[role=status]").innerText()).contains("gespeichert");
          page.getByText("Français").click();
          assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
          page.getByText("Écrire à l’entreprise").click();
          assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
        });
    assertThat(mine.stores().payer().languages().of(id(), mine.customer)).contains("de");
    assertThat(events()).contains("PAYER_LANGUAGE_CHOSEN");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PLAIN"})
  void whatIsWrittenIsATaskOfTheCompany(Eye eye) {
    mine.at(
        eye,
        page -> {
          page.getByText("Write to the company").click();
          page.getByLabel("Your message to Acme B.V.").fill("We moved.\nPlease call.");
          page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
          assertThat(page.locator("#said + ol").innerText()).contains("We moved.");
        });
    assertThat(Browser.signedIn().open("/tasks?company=" + id()).body())
        .contains("Bakkerij Jansen");
    assertThat(Browser.signedIn().open("/customers/" + mine.customer + "?company=" + id()).body())
        .contains("We moved.", "Customer, on its page");
    assertThat(events()).contains("ANSWER_NOTED", "PAYER_VISITED");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PLAIN"})
  void aMandateIsSignedByTheWordsOfThePageAndTheKnownAddressIsTold(Eye eye) {
    assertThat(new Visitor().open(mine.path).body()).doesNotContain("direct debit");
    assertThat(new Visitor().open(mine.path + "/mandate").statusCode()).isEqualTo(303);
    mine.collects();
    mine.at(
        eye,
        page -> {
          page.getByText("Let it be debited (direct debit)").click();
          page.getByLabel("SEPA Direct Debit (for everybody").check();
          page.getByLabel("IBAN of the account").fill("NL91 ABNA 0417 1643 01");
          page.getByLabel("I agree and sign").check();
          page.getByText("Sign the mandate").click();
          assertThat(page.locator("[role=alert]").innerText()).contains("That is no IBAN");
          page.getByLabel("IBAN of the account").fill("NL91 ABNA 0417 1643 00");
          page.getByLabel("I agree and sign").check();
          page.getByText("Sign the mandate").click();
          assertThat(page.locator("[role=status]").innerText()).contains("mandate is signed");
        });
    var kept = mine.stores().debits().mandates().ofCustomers(id(), List.of(mine.customer));
    assertThat(kept)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.mandate().iban()).isEqualTo("NL91ABNA0417164300");
              assertThat(each.mandate().holder()).isEqualTo("Bakkerij Jansen B.V.");
              assertThat(String.valueOf(each.proof()))
                  .contains("authorise Acme B.V.", "127.0.0.1", "en");
            });
    assertThat(mine.stores().views().messages().newest(id(), 5))
        .extracting(line -> line.recipient() + " " + line.subject())
        .containsExactly("ap@customer.example Acme B.V.: a direct debit mandate was signed");
  }

  @Test
  void theKnownAddressIsToldOnceAnHourHoweverOftenSomebodyAsks() {
    Visitor visitor = new Visitor();
    mine.collects();
    for (String wanted : List.of("one@customer.example", "two@customer.example")) {
      String form = visitor.form(mine.path + "/contact", "contact");
      assertThat(visitor.post(mine.path + "/contact", "form", form, "email", wanted).statusCode())
          .isEqualTo(303);
    }
    assertThat(subjects()).singleElement().asString().contains("another e-mail address");
    SignMandate signing = new SignMandate(mine.stores());
    String token = mine.path.substring("/p/".length());
    Payer payer = Payer.of(mine.stores(), (Visit.Open) mine.links().visit(token, Instant.now()));
    for (String iban : List.of("NL91ABNA0417164300", "NL44RABO0123456789")) {
      Mandates.Offer offer = signing.offers(payer, Language.EN).getFirst();
      SignMandate.Sent sent =
          new SignMandate.Sent(
              MandateScheme.CORE, iban, null, offer.version(), true, "192.0.2.1", Language.EN);
      assertThat(signing.sign(payer, new PayerForm(Ids.next(), "mandate"), sent, Instant.now()))
          .isTrue();
    }
    assertThat(subjects()).hasSize(2).anyMatch(each -> each.contains("mandate was signed"));
    assertThat(events()).filteredOn("PAYER_CONTACT_WANTED"::equals).hasSize(2);
  }

  private List<String> subjects() {
    return mine.stores().views().messages().newest(id(), 10).stream()
        .map(line -> String.valueOf(line.subject()))
        .toList();
  }

  @Test
  void aPaidCustomerIsThankedAndNothingIsAskedFor() {
    UUID payment = mine.scene.payment("JANSEN", "2026-0042", "1300.50");
    mine.scene.allocation(payment, mine.first, "1210.00", Decision.AUTOMATIC, "the number");
    mine.scene.allocation(payment, mine.second, "90.50", Decision.AUTOMATIC, "the number");
    String page = new Visitor().open(mine.path).body();
    assertThat(page)
        .contains("Nothing is open", "Paid lately", "invoice 2026-0042")
        .doesNotContain("IBAN", "JANSEN");
    assertThat(new Visitor().open(mine.path + "/promise").statusCode()).isEqualTo(303);
  }

  @Test
  void theKeyboardReachesAllThatTheMouseDoes() {
    mine.at(
        Eye.DESK,
        page -> {
          page.keyboard().press("Tab");
          assertThat(page.locator(":focus").innerText()).isEqualTo("To the content");
          page.keyboard().press("Enter");
          assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
          page.keyboard().press("Tab");
          page.keyboard().press("Space");
          assertThat(page.locator("tbody input[type=checkbox]").first().isChecked()).isFalse();
          while (!page.evaluate("document.activeElement.textContent")
              .equals("Write to the company")) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.tagName")).isNotEqualTo("BODY");
          }
          page.keyboard().press("Enter");
          page.waitForURL("**/message");
        });
  }

  private List<String> events() {
    return mine.stores().journal().aboutCustomer(id(), mine.customer, null, 50).stream()
        .map(Journal.Entry::event)
        .toList();
  }

  private String id() {
    return mine.scene.id();
  }
}
