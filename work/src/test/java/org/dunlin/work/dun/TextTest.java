package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.SentTexts;
import org.dunlin.store.view.TaskKind;
import org.dunlin.work.Payloads;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Tasks;
import org.dunlin.work.profile.Author;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.Test;

/** A step by text: decided, handed to a gateway, once, and followed until the phone has it. */
class TextTest extends Texted {
  @Test
  void aTextGoesToTheMobileNumberOfTheCustomerAndSaysHowToPay() {
    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    Action action = decided();
    leave();

    assertThat(gateway.paths())
        .containsExactly("POST /2010-04-01/Accounts/" + SID + "/Messages.json");
    assertThat(lastBody())
        .contains("To=+31612345678", "From=+3197010240000", "Company acme", "INV-2026-1100")
        .contains(TestHub.IBAN);
    assertThat(text().state()).isEqualTo(EffectState.SENT);
    assertThat(state(action)).isEqualTo(ActionState.SENT);
    assertThat(Reminded.emails(hub)).isEmpty();
  }

  @Test
  void whereNoGatewayIsConnectedTheTextWaitsAndSaysSo() {
    hub.stores.transactions().run(() -> hub.sql("update connection set paused = true"));
    Action action = decided();
    leave();

    assertThat(text().state()).isEqualTo(EffectState.PENDING);
    assertThat(text().reason()).contains("No gateway for texts");
    assertThat(state(action)).isEqualTo(ActionState.DUE);
  }

  @Test
  void aGatewayThatStepsInAfterTheGateIsNotToldBeforeItIsKnownThatTheTextMayHaveLeft() {
    instead("smsapi", Map.of("token", "secret", "from", "Acme"));
    pull.process.change.add(
        "acme",
        "zwei",
        "twilio",
        Map.of("accountSid", SID, "authToken", "secret", "from", "+3197010240000"),
        Author.onPage("anna"));
    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    decided();
    deliver =
        deliver(
            step -> {
              if (step == Checkpoint.Step.DELIVER_SENDING) {
                hub.sql(
                    "update connection set paused = true where connection_id = '"
                        + PullHub.SHOP
                        + "'");
              }
            });
    leave();

    assertThat(gateway.paths()).isEmpty();
    assertThat(text().state()).isEqualTo(EffectState.PENDING);
    assertThat(text().reason()).contains("The gateway has changed");
    hub.afterTheWait();
    leave();
    assertThat(gateway.paths()).singleElement().asString().contains("Messages.json");
    assertThat(text().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void aCustomerWithoutAMobileNumberIsHeld() {
    due("020 123 45 67");

    assertThat(texts()).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("NO_ADDRESS");
  }

  @Test
  void anAnswerThatNobodyGotIsAPersonsTaskAndTheTextGoesOnce() {
    gateway.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("cut"));
        });
    Action action = decided();
    leave();
    hub.afterTheWait();
    leave();

    assertThat(text().state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(state(action)).isEqualTo(ActionState.UNKNOWN);
    assertThat(gateway.asked).hasSize(1);
    assertThat(tasks()).containsExactly(TaskKind.UNKNOWN_SEND);
  }

  @Test
  void aServerErrorMayMeanThatTheTextWent() {
    gateway.answers(call -> ScriptedVendor.reply(503, "{}"));
    decided();
    leave();

    assertThat(text().state()).isEqualTo(EffectState.UNKNOWN);
  }

  @Test
  void whatNeverReachedTheGatewayIsTriedAgain() {
    gateway.answers(
        call -> {
          throw new NotSent("no connection", new IOException("unreachable"));
        });
    decided();
    leave();
    assertThat(text().state()).isEqualTo(EffectState.PENDING);

    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    hub.afterTheWait();
    leave();
    assertThat(text().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void aGatewayThatHonoursAKeyIsToldAgainWithTheSameKey() {
    instead("smsapi", Map.of("token", "secret", "from", "Acme"));
    gateway.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("cut"));
        });
    decided();
    leave();
    String first = lastBody();
    assertThat(text().state()).isEqualTo(EffectState.PENDING);

    gateway.answers(
        call -> ScriptedVendor.reply(200, "{\"error\":53,\"message\":\"Not unique idx\"}"));
    hub.afterTheWait();
    leave();
    assertThat(lastBody()).isEqualTo(first).contains("idx=" + text().id(), "check_idx=1");
    assertThat(text().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void aNumberThatTheGatewayRefusesIsATaskAndTakesNoOtherText() {
    gateway.answers(
        call ->
            ScriptedVendor.reply(
                400, "{\"code\":21614,\"message\":\"To is not a valid mobile number\"}"));
    Action action = decided();
    leave();
    assertThat(text().state()).isEqualTo(EffectState.FAILED);
    assertThat(text().reason()).contains("not a valid mobile number");
    assertThat(state(action)).isEqualTo(ActionState.FAILED);
    assertThat(tasks()).containsExactly(TaskKind.BOUNCE);

    nextDay();
    assertThat(texts().count()).isEqualTo(1);
    assertThat(Reminded.heldBy(hub)).contains("NO_ADDRESS");
  }

  @Test
  void anotherMobileNumberOfTheCustomerIsTriedThen() {
    gateway.answers(
        call -> ScriptedVendor.reply(400, "{\"code\":21610,\"message\":\"unsubscribed\"}"));
    decided("06-12345678 of 06-87654321");
    leave();

    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    nextDay();
    leave();
    assertThat(lastBody()).contains("To=+31687654321");
  }

  @Test
  void aFaultOfTheAccountSaysNothingOfTheNumber() {
    gateway.answers(
        call -> ScriptedVendor.reply(400, "{\"code\":21606,\"message\":\"From is wrong\"}"));
    decided();
    leave();

    assertThat(text().state()).isEqualTo(EffectState.FAILED);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatBecameOfATextIsAskedFor() {
    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    decided();
    leave();
    gateway.answers(call -> ScriptedVendor.reply(200, "{\"status\":\"sent\"}"));
    reportsAreDue();
    assertThat(told().report()).isNull();

    gateway.answers(call -> ScriptedVendor.reply(200, "{\"status\":\"delivered\"}"));
    reportsAreDue();
    assertThat(told().report()).isEqualTo(SentTexts.Report.DELIVERED);
    int asked = gateway.asked.size();
    reportsAreDue();
    assertThat(gateway.asked).hasSize(asked);
    assertThat(gateway.paths().getLast()).endsWith("/Messages/SM1.json");
  }

  @Test
  void aTextThatNoPhoneGotIsATaskUntilAPersonSaysThatTheNumberIsGood() {
    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    decided();
    leave();
    gateway.answers(
        call -> ScriptedVendor.reply(200, "{\"status\":\"undelivered\",\"error_code\":30003}"));
    reportsAreDue();

    assertThat(told().reason()).isEqualTo("Twilio's error 30003");
    assertThat(tasks()).containsExactly(TaskKind.BOUNCE);
    assertThat(hub.jdbc().sql("select kind from dialogue_entry").query(String.class).list())
        .containsExactly("BOUNCE");
    new Tasks(hub.stores).done("acme", TaskKind.BOUNCE, text().id().toString(), "anna");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void inTestModeATextGoesToTheTestNumberAlone() {
    gateway.answers(call -> ScriptedVendor.reply(201, TAKEN));
    test();
    hub.stores
        .transactions()
        .run(() -> hub.stores.sentTexts().setTestNumber("acme", "+31600000000"));
    decided();
    leave();

    assertThat(lastBody()).contains("To=+31600000000", "[Test, +31612345678] Company acme");
    gateway.answers(call -> ScriptedVendor.reply(200, "{\"status\":\"failed\",\"error_code\":1}"));
    reportsAreDue();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void inTestModeWithoutATestNumberTheTesterGetsAMail() {
    test();
    decided();
    leave();

    assertThat(gateway.asked).isEmpty();
    assertThat(hub.outlet.emails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("test@acme.example");
              assertThat(mail.subject()).contains("+31612345678");
            });
  }

  @Test
  void whatIsPaidBeforeItLeavesIsNotSent() {
    Action action = decided();
    hub.sql("update invoice set claimed = outstanding");
    leave();

    assertThat(gateway.asked).isEmpty();
    assertThat(state(action)).isEqualTo(ActionState.CANCELLED);
  }

  @Test
  void inShadowModeNothingIsSent() {
    hub.sql("update company set mode = 'SHADOW'");
    due("06 12 34 56 78");
    leave();

    assertThat(gateway.asked).isEmpty();
  }

  @Test
  void aConnectionToAGatewayIsTriedWithoutAText() {
    gateway.answers(call -> ScriptedVendor.reply(200, "{}"));
    assertThat(pull.process.test.test("acme", PullHub.SHOP).holds()).isTrue();
    assertThat(gateway.paths())
        .containsExactly("GET /2010-04-01/Accounts/" + SID + "/Messages.json?PageSize=1");
    pull.drain();
    assertThat(gateway.asked).hasSize(1);
  }

  @Test
  void theWordsThatLeaveAreThoseThatWereDecided() {
    Action action = decided();
    assertThat(Payloads.dispatch(text()))
        .isInstanceOfSatisfying(
            Dispatch.Text.class, each -> assertThat(each.to()).isEqualTo("+31612345678"));
    assertThat(action.channel()).isEqualTo(Channel.TEXT);
  }
}
