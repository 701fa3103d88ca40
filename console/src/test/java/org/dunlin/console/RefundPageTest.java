package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.dunlin.store.ledger.Refunds.Said;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that is suggested is settled with a click, shown on both sides and taken back. */
class RefundPageTest extends Decided {
  private final UUID credit = scene.payment("JANSEN", "dubbel", "100.00");
  private final UUID out = scene.paidOut("JANSEN", "terug", "100.00");

  @Override
  String page() {
    return "/payments/" + out;
  }

  @BeforeEach
  void aRefundIsSuggested() {
    scene.stores().payments().credit(scene.id(), credit, customer, "anna");
    Said said =
        new Said(
            out,
            credit,
            customer,
            Money.parse("EUR 100.00"),
            "SUGGESTED",
            List.of("NAME", "AMOUNT"));
    scene.stores().refunds().keep(scene.id(), said, "match", Scene.TODAY);
  }

  @Test
  void theReviewPageOffersItWithItsReasonsAndAClickSettlesIt() {
    assertThat(text("/review"))
        .contains("This may give back EUR 100.00 of the credit of", "it is just the credit");
    assertThat(press("/refund", "credit", credit)).contains("The credit is refunded.");
    assertThat(text("/review")).contains("Nothing waits for a decision.");
    assertThat(text("/payments/" + out)).contains("This gives back EUR 100.00", "admin");
    assertThat(text("/payments/" + credit)).contains("EUR 100.00 was given back to");
    assertThat(text("/payments?show=CREDIT")).doesNotContain("JANSEN");
  }

  @Test
  void itIsTakenBackAndItIsRefused() {
    open("/review");
    press("/refund", "credit", credit);
    UUID refund = scene.stores().refunds().of(scene.id(), out).getFirst().id();
    open("/payments/" + out);
    assertThat(press("/undo-refund", "refund", refund)).contains("The refund was taken back.");
    assertThat(text("/payments?show=CREDIT")).contains("JANSEN");
    open("/payments/" + out);
    assertThat(press("/undo-refund", "refund", refund)).contains("taken back already");
    assertThat(press("/refuse-refund", "credit", credit)).contains("not suggested any more");
  }

  @Test
  void programsDecideTheSameAndWhoComesSecondIsTold() {
    String credited = "{\"creditId\":\"" + credit + "\"}";
    assertThat(post("/refund", credited)).isEqualTo(200);
    assertThat(post("/refund", credited)).isEqualTo(409);
    assertThat(post("/refuse-refund", credited)).isEqualTo(409);
    String refund =
        "{\"refundId\":\"" + scene.stores().refunds().of(scene.id(), out).getFirst().id() + "\"}";
    assertThat(post("/undo-refund", refund)).isEqualTo(200);
    assertThat(post("/undo-refund", refund)).isEqualTo(409);
    String unknown = UUID.randomUUID().toString();
    assertThat(post("/undo-refund", "{\"refundId\":\"" + unknown + "\"}")).isEqualTo(404);
    assertThat(post("/refuse-refund", "{\"creditId\":\"" + unknown + "\"}")).isEqualTo(404);
  }

  private int post(String button, String body) {
    return Caller.allowed(scene.id(), Scope.READ, Scope.WRITE)
        .send(
            "POST",
            "/api/v1/companies/" + scene.id() + "/review/" + out + button,
            body,
            "Content-Type",
            "application/json")
        .statusCode();
  }

  @Test
  void whoIsSlowerIsTold() {
    open("/review");
    press("/refund", "credit", credit);
    open("/payments/" + out);
    assertThat(press("/refund", "credit", credit)).contains("Nothing is left of one of the two.");
  }

  @Test
  void everyLanguageHasWordsForIt() {
    for (String language : List.of("nl", "de", "fr")) {
      assertThat(text("/review?lang=" + language)).doesNotContain("refunds.");
    }
  }
}
