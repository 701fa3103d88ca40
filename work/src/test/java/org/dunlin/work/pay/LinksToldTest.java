package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.WriteBack;
import org.dunlin.core.profile.Paying;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program that an invoice is from knows where it can be paid, once an address. */
class LinksToldTest {
  private static final Abilities LINKS = program -> Set.of(WriteBack.PAYMENT_LINK);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages program = new ProgramPages(hub, "acme", "books-1", LINKS);
  private final PaymentLinks links = new PaymentLinks(hub.stores, Owed.ADDRESS, LINKS);
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, hub.outlet, Checkpoint.NONE, LINKS);
  private UUID invoice;
  private UUID customer;

  @BeforeEach
  void anInvoiceOfAProgram() {
    program.bring(
        Said.of("customers", "C1", customer("C1", "Bakery", null)),
        Said.of("invoices", "I1", invoice("I1", "INV-1", "C1", Owed.DUE, "100.00", "100.00")));
    hub.settle();
    invoice = hub.stores.invoices().openOfNumber("acme", "INV-1").getFirst();
    customer =
        UUID.fromString(
            hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theAddressIsToldOnceWithTheProgramsOwnIds() throws IOException {
    PaymentLink link = make();
    make();

    Effect effect = only(EffectState.PENDING);
    JsonNode payload = new JsonMapper().readTree(effect.payload());
    assertThat(effect.connectionId()).isEqualTo("books-1");
    assertThat(payload.at("/effect/kind").asText()).isEqualTo("payment_link");
    assertThat(payload.at("/link/url").asText()).isEqualTo(link.url());
    assertThat(payload.at("/key").asText()).isEqualTo("I1");
    TestHub.drain(deliver::next);
    make();
    assertThat(told(EffectState.PENDING)).isEmpty();
    assertThat(hub.outlet.offered()).hasSize(1);
  }

  @Test
  void aLinkThatEndedBeforeItWasToldIsNotTold() {
    PaymentLink link = make();
    links.end("acme", UUID.fromString(link.id()), "anna");
    TestHub.drain(deliver::next);

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(only(EffectState.CANCELLED).reason()).isEqualTo("The payment link has ended.");
  }

  @Test
  void ofARevokedAddressTheNextOneIsTold() {
    make();
    links.revoke("acme", customer, "anna");
    PaymentLink anew = make();
    TestHub.drain(deliver::next);

    assertThat(told(EffectState.CANCELLED)).hasSize(1);
    assertThat(only(EffectState.SENT).payload()).contains(String.valueOf(anew.url()));
  }

  @Test
  void whatWasMadeInShadowModeIsToldOnceTheCompanyIsLive() {
    Decisions decisions = new Decisions(hub.stores, LINKS, links);
    decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    PaymentLink link = make();
    TestHub.drain(deliver::next);
    assertThat(hub.outlet.offered()).isEmpty();
    decisions.switchTo("acme", DunningMode.LIVE, "anna", "");

    assertThat(only(EffectState.PENDING).payload()).contains(String.valueOf(link.url()));
    decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    assertThat(told(EffectState.PENDING)).hasSize(1);
  }

  @Test
  void whatWasMadeInShadowModeIsToldOnceTheSettingsFileSaysLive() {
    Decisions decisions = new Decisions(hub.stores, LINKS, links);
    decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    PaymentLink link = make();
    SaidCompany.Said live = new SaidCompany.Said("LIVE", "dunlin.yaml, line 7");
    RollOut rollOut = new RollOut(hub.stores, new MailSender(""));
    new ApplySettings(hub.stores, new SwitchMode(hub.stores, decisions, rollOut))
        .apply(
            List.of(
                new SaidCompany(
                    "acme",
                    Map.of(ProfileField.MODE, live),
                    null,
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    null,
                    "its world is simulated")));

    assertThat(only(EffectState.PENDING).payload()).contains(String.valueOf(link.url()));
  }

  @Test
  void whereTheCompanyDoesNotWantThatNothingIsTold() {
    links.rules("acme", new Paying(false, 30, false), "anna");
    make();

    assertThat(told(EffectState.PENDING)).isEmpty();
  }

  private PaymentLink make() {
    return links.make("acme", customer, Set.of(invoice), "anna");
  }

  private Effect only(EffectState state) {
    List<Effect> effects = told(state);
    assertThat(effects).hasSize(1);
    return effects.getFirst();
  }

  private List<Effect> told(EffectState state) {
    return hub.effects(state).stream()
        .filter(each -> each.kind() == EffectKind.WRITE_BACK)
        .toList();
  }
}
