package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.dunlin.store.pay.PayoutEntries.Pair;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider holds, what it paid out, and the bank's entry of that are shown together. */
class PayoutPageTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID entry = scene.payment("STICHTING MOLLIE PAYMENTS", "1234567.2611.03", "98.00");
  private int entries;

  @BeforeEach
  void aProviderPaidOut() {
    scene
        .stores()
        .connections()
        .put(new Connection(scene.id(), "mollie", "mollie", Map.of(), false));
    money("tr_1", PaymentKind.TRANSFER, Direction.IN, "150.00", null);
    money("f_1", PaymentKind.FEE, Direction.OUT, "0.39", "tr_1");
    money("stl_1", PaymentKind.PAYOUT, Direction.OUT, "99.61", "1234567.2611.03");
    UUID payout =
        UUID.fromString(
            scene
                .stores()
                .pay()
                .payouts()
                .open(scene.id(), Scene.TODAY.minusDays(1))
                .getFirst()
                .payment()
                .id());
    scene.stores().payments().setAside(scene.id(), entry, "payout");
    scene
        .stores()
        .pay()
        .payouts()
        .note(scene.id(), new Pair(entry, "mollie", payout, FoundBy.REFERENCE));
  }

  @Test
  void thePageSaysWhatIsStillThereAndWhatArrivedOtherwise() {
    assertThat(text("/payouts"))
        .contains("Providers and payouts", "EUR 150.00", "EUR 0.39", "EUR 50.00")
        .contains("1234567.2611.03", "EUR 99.61", "EUR 98.00")
        .contains("What arrived differs from what was paid out");
    assertThat(text("/payments")).contains("All providers and payouts");
  }

  @Test
  void thePageSaysWhatIsOwedOnADayAndWhatDoesNotTieOut() {
    assertThat(text("/payouts"))
        .contains("Owed to you", "On its way to the bank", "What does not tie out")
        .contains("Another amount arrived than was paid out", "1.61");
    assertThat(
            Text.of(
                browser.open("/payouts?company=" + scene.id() + "&on=" + Scene.TODAY.minusDays(1))))
        .as("before anything moved")
        .doesNotContain("EUR 150.00");
    assertThat(
            browser
                .open("/payouts?company=" + scene.id() + "&on=" + Scene.TODAY.plusDays(1))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAccountIsShownDayByDay() {
    String path = "/payouts/days?provider=mollie&account=pfl_1&currency=%s&company=" + scene.id();
    assertThat(Text.of(browser.open(path.formatted("EUR"))))
        .contains("mollie day by day, in EUR", "EUR 150.00", "EUR 0.39", "EUR 99.61", "EUR 50.00");
    assertThat(browser.open(path.formatted("USD")).statusCode()).isEqualTo(404);
  }

  @Test
  void theConnectionsPageSaysWhatItOwes() {
    assertThat(text("/connections/mollie"))
        .contains("What this provider owes you", "EUR 50.00", "1 thing does not tie out.");
    assertThat(text("/connections/" + Scene.FOLDER)).doesNotContain("What this provider owes you");
  }

  @Test
  void everyLanguageHasWordsForIt() {
    Browser somebody = Somebody.in(scene.id(), Role.ADMIN).signedIn();
    for (String language : List.of("nl", "de", "fr")) {
      String more = "company=" + scene.id() + "&lang=" + language;
      for (String path :
          List.of(
              "/payouts?",
              "/payouts/days?provider=mollie&account=pfl_1&currency=EUR&",
              "/connections/mollie?")) {
        assertThat(Text.of(somebody.open(path + more))).doesNotContain("provider.").contains("50");
      }
    }
  }

  @Test
  void thePageSaysThatNoProgramBooksTheFeesAndWhichOneDoesOnceItNamesAnAccount() {
    assertThat(text("/payouts"))
        .contains("No connection to an accounting program names an account for the fees of mollie");
    Map<String, String> named =
        Map.of("feeAccounts", "mollie=4730", "clearingAccounts", "mollie=1120");
    scene
        .stores()
        .connections()
        .put(new Connection(scene.id(), "books", "ledger-books", named, false));
    assertThat(text("/payouts"))
        .contains("The fees of mollie are booked by books on account 4730, out of 1120.")
        .contains("Booking begins once the company is live.")
        .doesNotContain("No connection to an accounting program");
    scene.stores().pay().fees().since(scene.id(), "books", "mollie", Scene.TODAY);
    assertThat(text("/payouts"))
        .contains("The first day of which they are booked is")
        .doesNotContain("Booking begins");
  }

  @Test
  void theEntrySaysThatItIsNoCustomersMoneyAndCanBeTakenUpAgain() {
    assertThat(text("/payments/" + entry))
        .contains("This is a payout of mollie", "Recognised by the reference of the settlement")
        .contains("This is money of a payment provider and no customer’s payment");
    assertThat(text("/review")).doesNotContain("MOLLIE");
  }

  @Test
  void programsReadTheSame() {
    String json =
        Caller.allowed(scene.id(), Scope.READ)
            .get("/api/v1/companies/" + scene.id() + "/payouts")
            .body();
    assertThat(json)
        .contains("\"fees\":\"0.39\"", "\"feesBooked\":\"0.00\"")
        .contains("\"left\":\"50.00\"", "\"difference\":\"-1.61\"", "\"foundBy\":\"REFERENCE\"")
        .contains("\"owed\":\"50.00\"", "\"kind\":\"ARRIVED_OTHERWISE\"");
    String path = "/api/v1/companies/" + scene.id() + "/payouts";
    Caller reader = Caller.allowed(scene.id(), Scope.READ);
    assertThat(reader.get(path + "?on=" + Scene.TODAY.minusDays(1)).body())
        .contains("\"accounts\":[]");
    assertThat(reader.get(path + "?on=yesterday").statusCode()).isEqualTo(400);
    assertThat(reader.get(path + "/mollie/days?account=pfl_1&currency=EUR").body())
        .contains("\"items\":[{\"on\":\"2026-11-20\",\"cameIn\":\"150.00\"")
        .doesNotContain("nextUntil");
    assertThat(reader.get(path + "/mollie/days?account=pfl_1&currency=USD").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aCompanyWithoutProvidersIsToldSo() {
    Scene other = new Scene();
    assertThat(Text.of(browser.open("/payouts?company=" + other.id()).body()))
        .contains("No payment provider has told of money yet.");
  }

  private String text(String path) {
    return Text.of(browser.open(path + "?company=" + scene.id()).body());
  }

  private void money(
      String id, PaymentKind kind, Direction direction, String amount, @Nullable String reference) {
    AccountId account = new AccountId(null, "pfl_1", "mollie");
    Payment said =
        new Payment(
            id,
            kind,
            direction,
            Scene.TODAY,
            null,
            Money.parse("EUR " + amount),
            null,
            null,
            null,
            reference,
            null,
            List.of(),
            reference,
            null,
            account,
            null,
            null);
    String key = account.key() + "/" + id;
    scene
        .stores()
        .payments()
        .add(
            scene.origin(),
            UUID.randomUUID(),
            0,
            List.of(Entry.ofProvider(++entries, said, new byte[] {1}, key)));
  }
}
