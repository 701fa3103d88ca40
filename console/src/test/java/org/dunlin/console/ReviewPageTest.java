package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is suggested is settled with a click, and what a person decided can be taken back. */
class ReviewPageTest extends Decided {
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");
  private final UUID payment = scene.payment("JANSEN", "factuur 2026 0042 bedankt", "100.00");

  @Override
  String page() {
    return "/payments/" + payment;
  }

  @BeforeEach
  void somethingIsSuggested() {
    scene.allocation(payment, invoice, "100.00", Decision.SUGGESTED, "the number stands there");
  }

  @Test
  void thePageShowsWhatIsSuggestedAndWhichCharactersMetTheNumber() {
    assertThat(text("/review"))
        .contains("Review", "EUR 100.00", "JANSEN", "2026-0042", "the number stands there");
    assertThat(open("/review").body()).contains("<mark title=\"2026-0042\">2026 0042</mark>");
    assertThat(Text.of(browser.open(scene.page()))).contains("1 payment with a suggestion");
  }

  @Test
  void aClickConfirmsAndAnotherTakesItBack() {
    open("/review");
    assertThat(press("/confirm", "invoice", invoice, "amount", "100.00"))
        .contains("It is allocated.");
    assertThat(decisions()).containsExactly(Decision.CONFIRMED);
    assertThat(text("/review")).contains("Nothing waits for a decision.");

    open("/payments/" + payment);
    UUID line = scene.stores().allocations().of(scene.id()).getFirst().id();
    assertThat(press("/undo", "allocation", line)).contains("It is taken back.");
    open("/payments/" + payment);
    assertThat(press("/undo", "allocation", line)).contains("It was taken back before");
  }

  @Test
  void whoIsSlowerIsTold() {
    open("/review");
    press("/confirm", "invoice", invoice, "amount", "100.00");
    open("/review");
    assertThat(press("/confirm", "invoice", invoice, "amount", "100.00"))
        .contains("less is open on the invoice");
    assertThat(decisions()).containsExactly(Decision.CONFIRMED);
  }

  @Test
  void aSuggestionIsRefused() {
    open("/review");
    assertThat(press("/refuse", "invoice", invoice)).contains("No rule brings these together");
    assertThat(scene.stores().refusals().of(scene.id())).hasSize(1);
    assertThat(text("/review")).contains("Nothing waits for a decision.");
  }

  @Test
  void anInvoiceIsNamedByItsNumber() {
    open("/payments/" + payment);
    assertThat(press("/apply", "number", "nothing", "amount", "1")).contains("no open invoice");
    open("/payments/" + payment);
    assertThat(press("/apply", "number", "2026-0042", "amount", "1.000,00"))
        .contains("write the amount in digits");
    open("/payments/" + payment);
    assertThat(press("/apply", "number", " 2026-0042 ", "amount", "60,50"))
        .contains("It is allocated.");
    assertThat(decisions()).containsExactly(Decision.MANUAL);
    assertThat(text("/payments/" + payment)).contains("EUR 39.50", "Take back");
  }

  @Test
  void whatIsLeftOfTheInvoiceIsSettledWithAReason() {
    open("/payments/" + payment);
    assertThat(press("/apply", "number", "2026-0042", "amount", "98.00", "rest", "BANK_CHARGE"))
        .contains("It is allocated.");
    assertThat(text("/invoices/" + invoice))
        .contains("Settled without money", "EUR 2.00", "Bank charge");
    assertThat(text("/payments/" + payment)).contains("Settled without money");
  }

  @Test
  void moneyThatIsNoCustomersIsSetAsideAndTakenUpAgain() {
    open("/review");
    assertThat(press("/set-aside")).contains("It is set aside.");
    assertThat(text("/payments?show=SET_ASIDE")).contains("JANSEN");
    assertThat(text("/payments")).doesNotContain("JANSEN");
    assertThat(text("/payments/" + payment)).contains("admin found this to be no customer");
    open("/payments/" + payment);
    assertThat(press("/take-up")).contains("It is taken up again.");
    assertThat(text("/payments")).contains("JANSEN");
  }

  @Test
  void moneyWithoutAnInvoiceBelongsToACustomer() {
    open("/payments/" + payment);
    assertThat(press("/belongs-to", "customer", "nobody")).contains("no customer has this number");
    open("/payments/" + payment);
    assertThat(press("/belongs-to", "customer", "Bakkerij Jansen"))
        .contains("It is the credit of Bakkerij Jansen.");
    assertThat(text("/payments/" + payment)).contains("found this to be the credit of a customer");
    assertThat(text("/customers/" + customer)).contains("Credit: payments without an invoice");
    assertThat(text("/review")).contains("Nothing waits for a decision.");
    open("/payments/" + payment);
    assertThat(press("/take-up")).contains("It is taken up again.");
    assertThat(text("/customers/" + customer)).doesNotContain("Credit: payments");
  }

  @Test
  void whatWouldBeSettledWithoutMoneyIsShownAndConfirmedTogether() {
    UUID other = scene.payment("JANSEN", "factuur 2026-0042 min korting", "98.00");
    scene
        .stores()
        .allocations()
        .suggest(
            scene.id(),
            new Allocation(
                other.toString(),
                null,
                invoice.toString(),
                Scene.euro("98.00"),
                "m-2",
                1,
                Decision.SUGGESTED,
                null,
                null,
                List.of("less the discount")),
            new Adjustment(
                other.toString(),
                invoice.toString(),
                Scene.euro("2.00"),
                AdjustmentReason.DISCOUNT,
                "m-2"),
            "match",
            Scene.TODAY);
    assertThat(text("/review")).contains("EUR 98.00 and Discount: EUR 2.00");
    assertThat(open("/review").body()).contains("name=\"rest\" value=\"DISCOUNT 2.00\"");
    open("/review");
    String path = "/payments/" + other + "/confirm";
    browser.press(
        path,
        "company",
        scene.id(),
        "invoice",
        invoice.toString(),
        "amount",
        "98.00",
        "rest",
        "DISCOUNT 2.00",
        "note",
        "-");
    assertThat(text("/invoices/" + invoice)).contains("Settled without money", "EUR 2.00");
    assertThat(scene.stores().adjustments().ofPayment(scene.id(), other)).hasSize(1);
  }

  @Test
  void whatIsOfAnotherCurrencyShowsBothAmountsAndCannotBeConfirmed() {
    UUID dollars = scene.payment("SMITH", null, "2026-0042", Money.parse("USD 117.00"));
    scene.allocation(dollars, invoice, "100.00", Decision.SUGGESTED, "the currencies differ");
    String confirm = "/payments/" + dollars + "/confirm";
    for (String path : List.of("/review", "/payments/" + dollars)) {
      assertThat(text(path)).as(path).contains("USD 117.00 came and EUR 100.00 is open");
      assertThat(open(path).body()).as(path).doesNotContain(confirm).contains(dollars + "/refuse");
    }
    assertThat(open("/review").body()).contains("/payments/" + payment + "/confirm");
  }

  @Test
  void anotherCompanysPaymentIsNotHere() {
    Scene other = new Scene();
    browser.open(other.page());
    HttpResponse<String> answer =
        browser.press("/payments/" + payment + "/set-aside", "company", other.id());
    assertThat(answer.statusCode()).isEqualTo(404);
  }
}
