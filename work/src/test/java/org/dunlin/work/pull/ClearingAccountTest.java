package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.work.deliver.SendWriteBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A payment at a provider is booked on the provider's clearing account, any other on the bank's.
 */
class ClearingAccountTest {
  private static final String MANIFEST =
      Shop.MANIFEST
          .replace(
              "authorisation:\n",
              "  - {name: ledger, label: Account for payments, type: text, pattern: \"[0-9]+\"}\n"
                  + "authorisation:\n")
          .replace("    kind: LOOKUP", "    kind: LOOKUP\n    account: ledger");

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub =
      new PullHub(
          MANIFEST,
          Map.of("invoices.jslt", "null", "payment.jslt", "{\"account\": .settings.ledger}"),
          vendor);
  private final SendWriteBack send =
      new SendWriteBack(hub.hub.stores, hub.process.links, hub.process.ask);
  private String posted = "";

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void moneyOfTheBankIsBookedOnItsAccount() throws Exception {
    connect("mollie=1120");

    send("");
    assertThat(posted).isEqualTo("{\"account\":\"1100\"}");
  }

  @Test
  void moneyAtAProviderIsBookedOnItsClearingAccountByTheProgramOrTheConnection() throws Exception {
    connect("stripe-payments=1121, mollie=1120");
    send("\"accountNumber\": \"pfl_1\", \"accountScheme\": \"mollie\"");
    assertThat(posted).isEqualTo("{\"account\":\"1120\"}");
  }

  @Test
  void theConnectionsOwnNameGoesBeforeThatOfItsProgram() throws Exception {
    connect("mollie=1120, paying=1122");
    send("\"accountNumber\": \"pfl_1\", \"accountScheme\": \"mollie\"");
    assertThat(posted).isEqualTo("{\"account\":\"1122\"}");
  }

  @Test
  void aProviderWithoutAnAccountAmongThoseNamedIsNotBookedOnTheBank() {
    connect("stripe-payments=1121");

    assertThatThrownBy(() -> send("\"accountNumber\": \"pfl_1\", \"accountScheme\": \"mollie\""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no account for payments at mollie");
    assertThat(posted).isEmpty();
  }

  @Test
  void whereNoAccountIsNamedForAnyProviderItIsNotBookedOnTheBankEither() throws Exception {
    connect("");

    assertThatThrownBy(() -> send("\"accountNumber\": \"pfl_1\", \"accountScheme\": \"mollie\""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("add it to its accounts for payment providers");
    assertThat(posted).isEmpty();
    send("");
    assertThat(posted).isEqualTo("{\"account\":\"1100\"}");
  }

  @Test
  void anAccountThatDoesNotFitIsSaidAndNotBooked() {
    connect("mollie=Clearing");

    assertThatThrownBy(() -> send("\"accountNumber\": \"pfl_1\", \"accountScheme\": \"mollie\""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Account for payments");
    assertThat(posted).isEmpty();
  }

  private void connect(String clearing) {
    vendor.answers(this::books);
    Map<String, String> settings = new HashMap<>(Shop.settings("hook key"));
    settings.put("ledger", "1100");
    settings.put("clearingAccounts", clearing);
    hub.connect(settings, Shop.token());
    hub.hub
        .stores
        .connections()
        .put(new Connection("acme", "paying", "mollie", Map.of("access", "key"), false));
  }

  private HttpReply books(HttpCall call) {
    if (call.method().equals("POST")) {
      posted = new String(call.body(), StandardCharsets.UTF_8);
      return reply(201, "{\"payment\": {\"id\": \"p-1\"}}");
    }
    return reply(200, "{\"payments\": []}");
  }

  private void send(String account) throws Exception {
    UUID effect = UUID.randomUUID();
    Told payment = new Told(WriteBack.PAYMENT, UUID.randomUUID(), null);
    hub.hub.stores.writeBacks().add("acme", effect, PullHub.SHOP, payment, "dunlin-1");
    String of = account.isEmpty() ? "" : ", " + account;
    assertThat(
            send.send(
                new Dispatch.WriteBack(
                    "acme",
                    PullHub.SHOP,
                    effect,
                    """
                    {"effect": {"id": "e-1", "kind": "payment", "reference": "dunlin-1"}, "key": "i-1",
                     "payment": {"amount": "10.00"%s}}
                    """
                        .formatted(of))))
        .contains("p-1");
  }
}
