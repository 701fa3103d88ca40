package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
          .replace("    kind: LOOKUP", "    kind: LOOKUP\n    account: ledger")
          .replace("push.payment]", "push.payment, push.fee]")
          .concat(
              """
                fee:
                  capability: push.fee
                  kind: LOOKUP
                  account: ledger
                  lookup:
                    request: {path: "/journals"}
                    found: 'let there = [for (.entries) .id if (.reference == $effect.effect.reference)] $there[0]'
                  request: {method: POST, path: "/journals/{fee.account}", bodyFrom: fee.jslt}
                  confirms: .entry.id
              """);

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub =
      new PullHub(
          MANIFEST,
          Map.of(
              "invoices.jslt",
              "null",
              "payment.jslt",
              "{\"account\": .settings.ledger}",
              "fee.jslt",
              "{\"from\": .settings.ledger, \"to\": .fee.account, \"amount\": .fee.amount}"),
          vendor);
  private final SendWriteBack send =
      new SendWriteBack(hub.hub.stores, hub.process.links, hub.process.ask);
  private String posted = "";
  private String path = "";
  private String entries = "[]";

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

  @Test
  void aFeeIsBookedOutOfTheClearingAccountToTheOneThatIsNamedForFees() throws Exception {
    connect("mollie=1120", "paying=4730");
    assertThat(sendFee()).contains("e-7");
    assertThat(posted).isEqualTo("{\"from\":\"1120\",\"to\":\"4730\",\"amount\":\"0.59\"}");
    assertThat(path).isEqualTo("/v1/journals/4730");
  }

  @Test
  void aFeeThatIsThereAlreadyIsNotBookedAgain() throws Exception {
    connect("mollie=1120", "mollie=4730");
    entries = "[{\"id\": \"e-6\", \"reference\": \"dunlin-1\"}]";
    assertThat(sendFee()).contains("e-6");
    assertThat(posted).isEmpty();
  }

  @Test
  void aFeeWithoutAnAccountOfItsOwnIsRefusedAndNotBookedAnywhere() {
    connect("mollie=1120", "stripe-payments=4731");
    assertThatThrownBy(this::sendFee)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no account for the fees of mollie");
    assertThat(posted).isEmpty();
  }

  @Test
  void aFeeOfAProviderWithoutAClearingAccountIsNotBookedOnTheBank() {
    connect("", "mollie=4730");
    assertThatThrownBy(this::sendFee)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no account for payments at mollie");
    assertThat(posted).isEmpty();
  }

  private void connect(String clearing) {
    connect(clearing, "");
  }

  private void connect(String clearing, String fees) {
    vendor.answers(this::books);
    Map<String, String> settings = new HashMap<>(Shop.settings("hook key"));
    settings.put("ledger", "1100");
    settings.put("clearingAccounts", clearing);
    settings.put("feeAccounts", fees);
    hub.connect(settings, Shop.token());
    hub.hub
        .stores
        .connections()
        .put(new Connection("acme", "paying", "mollie", Map.of("access", "key"), false));
  }

  private HttpReply books(HttpCall call) {
    if (call.method().equals("POST")) {
      posted = new String(call.body(), StandardCharsets.UTF_8);
      path = call.address().getPath();
      if (path.contains("journals")) {
        return reply(201, "{\"entry\": {\"id\": \"e-7\"}}");
      }
      return reply(201, "{\"payment\": {\"id\": \"p-1\"}}");
    }
    return reply(200, "{\"payments\": [], \"entries\": " + entries + "}");
  }

  private Optional<String> sendFee() throws Exception {
    UUID effect = UUID.randomUUID();
    Told fee = new Told(WriteBack.FEE, null, null);
    hub.hub.stores.writeBacks().add("acme", effect, PullHub.SHOP, fee, "dunlin-1");
    return send.send(
        new Dispatch.WriteBack(
            "acme",
            PullHub.SHOP,
            effect,
            """
            {"effect": {"id": "e-1", "kind": "fee", "reference": "dunlin-1"}, "key": "pfl_1",
             "fee": {"amount": "0.59", "direction": "OUT", "accountNumber": "pfl_1", "accountScheme": "mollie"}}
            """));
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
