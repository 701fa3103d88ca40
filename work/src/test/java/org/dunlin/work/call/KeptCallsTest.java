package org.dunlin.work.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.call.Transcript;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.Occasion.About;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.store.program.Reading;
import org.dunlin.work.deliver.SendWriteBack;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.pull.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each call to a program is kept with what was asked and answered, and without secrets. */
class KeptCallsTest {
  private static final String PAYMENT =
      """
      {"effect": {"id": "e-1", "kind": "payment", "reference": "dunlin-1"}, "key": "i-1",
       "payment": {"amount": "10.00"}}
      """;

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final UUID effect = UUID.randomUUID();

  @BeforeEach
  void connect() {
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    vendor.answers(shop);
    hub.connect(Shop.settings("hook key of ours"), Shop.token());
    Told payment = new Told(WriteBack.PAYMENT, UUID.randomUUID(), null);
    hub.hub.stores.writeBacks().add("acme", effect, PullHub.SHOP, payment, "dunlin-1");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsWrittenIntoAProgramIsKeptWithEachStepAndItsAnswer() throws Exception {
    vendor.answers(KeptCallsTest::books);
    write();

    List<OutboundCall> calls = ofTheEffect();
    assertThat(calls)
        .extracting(call -> call.method() + " " + call.status() + " " + call.outcome())
        .containsExactly("POST 201 ANSWERED", "GET 200 ANSWERED");
    Transcript said = said(calls.getFirst());
    assertThat(said.address()).isEqualTo("https://api.shop.example/v1/invoices/i-1/payments");
    assertThat(said.request()).contains("10.00");
    assertThat(said.reply()).contains("p-1");
    assertThat(said.asked()).contains("authorization: Bearer •••");
    assertThat(calls.getFirst().connectionId()).isEqualTo(PullHub.SHOP);
  }

  @Test
  void aRefusalIsKeptWithWhatTheProgramSaysOfIt() {
    vendor.answers(
        call ->
            call.method().equals("POST")
                ? reply(422, "{\"error\": \"The period is closed.\"}")
                : books(call));
    assertThatThrownBy(this::write).isInstanceOf(Refused.class);

    OutboundCall refused = ofTheEffect().getFirst();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.succeeded()).isFalse();
    assertThat(said(refused).reply()).contains("The period is closed.");
  }

  @Test
  void whereNoAnswerCameItIsKeptThatItMayHaveArrived() {
    vendor.answers(
        call -> {
          if (call.method().equals("POST")) {
            throw new NoReply("It took too long.", new IOException());
          }
          return books(call);
        });
    assertThatThrownBy(this::write).isInstanceOf(NotSent.class);

    OutboundCall unknown = ofTheEffect().getFirst();
    assertThat(unknown.outcome()).isEqualTo(Outcome.NO_REPLY);
    assertThat(unknown.status()).isNull();
    assertThat(said(unknown).request()).contains("10.00");
    assertThat(said(unknown).reason()).isEqualTo("It took too long.");
  }

  @Test
  void whereNoConnectionCameAboutThatIsKeptAndWhatFoundNoPlaceIsNoCall() {
    vendor.answers(
        call -> {
          throw new NotSent("There is no host.", new IOException());
        });
    assertThatThrownBy(this::write).isInstanceOf(NotSent.class);
    vendor.answers(
        call -> {
          throw new NotSent("As many requests as the program permits are under way.");
        });
    assertThatThrownBy(this::write).isInstanceOf(NotSent.class);

    assertThat(ofTheEffect()).extracting(OutboundCall::outcome).containsExactly(Outcome.NOT_SENT);
  }

  @Test
  void whatIsSaidWhileAccessIsRenewedIsNotKeptAndNoSecretIs() throws Exception {
    hub.hub.sql("update connection_token set renew_at = now()");
    vendor.answers(call -> call.address().getPath().equals("/token") ? shop.to(call) : books(call));
    write();

    List<OutboundCall> all = all();
    OutboundCall renewal =
        all.stream().filter(call -> call.occasion().about() == About.ACCESS).findFirst().get();
    assertThat(renewal.status()).isEqualTo(200);
    assertThat(said(renewal).request()).isNull();
    assertThat(said(renewal).reply()).isNull();
    assertThat(all.toString())
        .doesNotContain("access-0", "access-1", "refresh-0", "refresh-1")
        .doesNotContain("secret of our app", "secret+of+our+app", "hook key of ours");
  }

  @Test
  void aCallThatBroughtADeliverySaysWhichAndLeavesItsContentToTheInbox() {
    for (int each = 0; each < 9; each++) {
      shop.put("some-invoice-with-a-long-id-" + each, Instant.parse("2026-11-21T08:00:00Z"));
    }
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();

    UUID delivery =
        hub.hub
            .jdbc()
            .sql("select delivery_id from delivery where stream = 'invoices' limit 1")
            .query(UUID.class)
            .single();
    OutboundCall call = hub.hub.stores.outboundCalls().bringing("acme", delivery, 10).getFirst();
    assertThat(call.occasion().stream()).isEqualTo("invoices");
    assertThat(said(call).address()).contains("/v1/invoices?").contains("page=");
    assertThat(call.cameBytes()).isPositive();
  }

  @Test
  void ofAnswersThatBroughtNothingTheNewestIsKeptAndEachFailure() {
    shop.remove("i-1");
    poll();
    vendor.answers(call -> reply(500, "{\"error\": \"on fire\"}"));
    poll();
    vendor.answers(shop);
    hub.hub.sql("update outbound_call set at = at - interval '1 hour'");
    poll();

    assertThat(all()).extracting(OutboundCall::status).containsExactly(200, 500);
    assertThat(all().get(1).occasion().stream()).isEqualTo("invoices");
    assertThat(said(all().get(1)).reply()).contains("on fire");
  }

  @Test
  void whatAProviderIsAskedForAPaymentIsKeptAsItsPayers() {
    UUID customer = UUID.randomUUID();
    UUID link = UUID.randomUUID();
    hub.hub
        .jdbc()
        .sql(
            """
            insert into customer (company_id, customer_id, connection_id, source_id, source_sequence, name, record)
            values ('acme', :customer, 'shop', 'c-1', 1, 'Jansen', '{}')
            """)
        .param("customer", customer)
        .update();
    hub.hub
        .jdbc()
        .sql(
            """
            insert into payment_link (company_id, link_id, customer_id, invoice_set, state, amount, currency,
                                      expires_on, made_by, made_on)
            values ('acme', :link, :customer, '', 'OPEN', 10, 'EUR', current_date, 'dun', current_date)
            """)
        .param("link", link)
        .param("customer", customer)
        .update();

    hub.hub
        .stores
        .outboundCalls()
        .add(
            new OutboundCall(
                "acme",
                UUID.randomUUID(),
                Instant.parse("2026-11-21T08:00:00Z"),
                PullHub.SHOP,
                Occasion.paying(link),
                null,
                null,
                null,
                "POST",
                "api.shop.example",
                Outcome.ANSWERED,
                201,
                40,
                100,
                200L,
                new Transcript(
                    "https://api.shop.example/payments", List.of(), "{}", List.of(), "{}", null)));

    OutboundCall kept = hub.hub.stores.outboundCalls().about("acme", link, 10).getFirst();
    assertThat(kept.customerId()).isEqualTo(customer);
    assertThat(kept.attempt()).isNull();
  }

  @Test
  void thatACallCannotBeKeptChangesNothingOfIt() throws Exception {
    hub.hub.sql("alter table outbound_call add constraint full_disk check (false) not valid");
    vendor.answers(KeptCallsTest::books);

    assertThat(write()).contains("p-1");
    assertThat(ofTheEffect()).isEmpty();
  }

  private void poll() {
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();
  }

  private Optional<String> write() throws NotSent, Refused {
    return new SendWriteBack(hub.hub.stores, hub.process.links, hub.process.ask)
        .send(new Dispatch.WriteBack("acme", PullHub.SHOP, effect, PAYMENT));
  }

  private List<OutboundCall> ofTheEffect() {
    return hub.hub.stores.outboundCalls().about("acme", effect, 20);
  }

  private List<OutboundCall> all() {
    return hub.hub.stores.outboundCalls().of("acme", PullHub.SHOP, 20);
  }

  private static Transcript said(OutboundCall call) {
    return Optional.ofNullable(call.transcript()).orElseThrow();
  }

  private static HttpReply books(HttpCall call) {
    return call.method().equals("POST")
        ? reply(201, "{\"payment\": {\"id\": \"p-1\"}}")
        : reply(200, "{\"payments\": []}");
  }
}
