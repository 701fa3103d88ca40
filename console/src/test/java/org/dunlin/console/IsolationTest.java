package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class IsolationTest {
  private final Scene mine = new Scene();
  private final Scene other = new Scene("The other company", "");
  private final Browser browser = Browser.signedIn();

  @Test
  void anotherCompanysDeliveryCannotBeReachedThroughThisOne() {
    UUID delivery = other.deliver("theirs.txt", "secret of theirs " + other.id());
    String query = "?company=" + mine.id();
    for (String what : new String[] {"", "/raw", "/download"}) {
      HttpResponse<String> answer = browser.open("/deliveries/" + delivery + what + query);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("theirs");
    }
    browser.press("/deliveries/" + delivery + "/replay", "company", mine.id());
    assertThat(
            other
                .stores()
                .views()
                .deliveries()
                .find(other.id(), delivery)
                .orElseThrow()
                .delivery()
                .state())
        .isEqualTo(DeliveryState.QUARANTINED);
  }

  @Test
  void anotherCompanysMessageCannotBeReachedThroughThisOne() {
    UUID customer = other.customer("Theirs");
    UUID invoice = other.invoice(customer, "T-1", Scene.TODAY.minusDays(10), "10.00");
    UUID effect = other.email(customer, invoice, "theirs", EffectState.UNKNOWN);
    String query = "?company=" + mine.id();
    assertThat(browser.open("/messages/" + effect + query).statusCode()).isEqualTo(404);
    assertThat(browser.open("/messages/" + effect + "/html" + query).statusCode()).isEqualTo(404);
    assertThat(browser.open("/outbox/" + effect + query).statusCode()).isEqualTo(404);
    browser.press("/outbox/" + effect + "/retry", "company", mine.id());
    browser.press("/messages/" + effect + "/resolve", "company", mine.id(), "left", "true");
    assertThat(other.stores().outbox().find(other.id(), effect).orElseThrow().state())
        .isEqualTo(EffectState.UNKNOWN);
  }

  @Test
  void anotherCompanysLedgerCannotBeReachedThroughThisOne() {
    UUID customer = other.customer("Their customer");
    UUID invoice = other.invoice(customer, "THEIR-1", Scene.TODAY, "10.00");
    UUID payment = other.payment("THEIR PAYER", "their remittance", "5.00");
    for (String path :
        new String[] {
          "/customers/" + customer,
          "/customers/" + customer + "/timeline",
          "/customers/" + customer + "/export",
          "/customers/" + customer + "/erase",
          "/invoices/" + invoice,
          "/invoices/" + invoice + "/timeline",
          "/payments/" + payment,
          "/payments/" + payment + "/timeline"
        }) {
      HttpResponse<String> answer = browser.open(path + "?company=" + mine.id());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContainIgnoringCase("their");
    }
    browser.open(mine.page());
    browser.press("/customers/" + customer + "/erase", "company", mine.id());
    assertThat(other.stores().customers().find(other.id(), customer).orElseThrow().name())
        .isEqualTo("Their customer");
    for (String list : new String[] {"/customers", "/invoices", "/payments"}) {
      for (String asked : new String[] {"", "&customer=" + customer, "&search=their"}) {
        assertThat(browser.open(list + "?show=ALL" + asked + "&company=" + mine.id()).body())
            .doesNotContain("Their customer", "THEIR-1", "THEIR PAYER");
      }
    }
  }

  @Test
  void thePageOfACompanyShowsNothingOfAnother() {
    UUID customer = other.customer("Their customer");
    other.invoice(customer, "THEIR-1", Scene.TODAY.minusDays(9), "10.00");
    assertThat(browser.open(mine.page()).body()).doesNotContain("Their customer", "THEIR-1");
    assertThat(browser.open(other.page()).body()).contains("Their customer", "THEIR-1");
  }

  @Test
  void theListsOfACompanyShowNothingOfAnother() {
    UUID customer = other.customer("Their customer");
    UUID invoice = other.invoice(customer, "THEIR-1", Scene.TODAY.minusDays(9), "10.00");
    other.email(customer, invoice, "THEIR-1 is due", EffectState.SENT);
    other.held(customer, invoice, HoldReason.DISPUTE);
    other.deliver("THEIR-1.txt", "secret of theirs " + other.id());
    other.stores().flows().failed(other.id(), "THEIR-1", "intake", "no folder");
    other
        .stores()
        .journal()
        .append(other.id(), Happening.to("hub", "hub", "STOPPED", "THEIR-1", Scene.TODAY, ""));
    for (String list :
        new String[] {"/messages", "/messages/held", "/inbox", "/outbox", "/flows", "/journal"}) {
      assertThat(browser.open(list + "?company=" + mine.id()).body())
          .doesNotContain("THEIR-1", "Their customer");
      assertThat(browser.open(list + "?company=" + other.id()).body()).contains("THEIR-1");
    }
  }
}
