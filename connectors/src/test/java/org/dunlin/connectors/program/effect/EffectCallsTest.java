package org.dunlin.connectors.program.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.program.Replies.body;
import static org.dunlin.connectors.program.Replies.ok;
import static org.dunlin.connectors.program.Replies.reply;

import java.util.Map;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub writes into a program. */
class EffectCallsTest {
  private static final Program PROGRAM =
      Sketch.program(
          """
          capabilities: [read.invoices, push.payment, push.note]
          base: https://api.example.test/v1
          settings:
            - {name: bank, label: Bank account, type: text}
          authorisation: {kind: none}
          streams:
            invoices:
              gives: [read.invoices]
              every: PT15M
              request: {path: /invoices}
              records: .invoices
              key: .id
              paging: {kind: none}
              mapping: invoices.jslt
          effects:
            payment:
              capability: push.payment
              kind: LOOKUP
              needs: [bank]
              when: '.allocation.currency == "EUR"'
              say: Example Books takes payments in EUR only.
              lookup:
                request: {path: "/invoices/{key}/payments", query: {reference: "{effect.reference}"}}
                found: 'let ids = [for (.payments) .id if (.reference == $effect.effect.reference)] $ids[0]'
                gives: {sync: .invoice.sync}
              request:
                method: POST
                path: "/invoices/{key}/payments"
                query: {sync: "{lookup.sync}"}
                bodyFrom: payment.jslt
              confirms: .payment.id
            note:
              capability: push.note
              kind: KEYED
              prepare:
                request: {method: POST, path: /drafts}
                gives: {draft: .id}
              request:
                method: POST
                path: "/drafts/{prepare.draft}"
                headers: {Idempotency-Key: "{effect.id}"}
                body: {text: "{note.text}"}
          """,
          Map.of(
              "payment.jslt",
              "{\"amount\": .allocation.amount, \"bank\": $settings.bank, \"ref\":"
                  + " .effect.reference, \"sync\": .lookup.sync, \"drafted\": .prepare.draft}"));
  private static final String PAYMENT =
      """
      {"effect":{"id":"0190","kind":"payment","reference":"dunlin-0190"},"key":"i/1",
       "allocation":{"amount":"605.00","currency":"EUR"}}
      """;
  private static final String NOTE =
      """
      {"effect":{"id":"0191","kind":"note","reference":"dunlin-0191"},"key":"i/1",
       "note":{"text":"Called"}}
      """;
  private static final Facts FACTS = Facts.NONE.with("settings.bank", "1100");

  @Test
  void itIsAskedFirstWhetherItIsThere() {
    EffectCalls payment = payment(PAYMENT);
    assertThat(payment.kind()).isEqualTo(Effect.Kind.LOOKUP);
    assertThat(payment.refusal()).isEmpty();
    assertThat(payment.lookup().orElseThrow().address())
        .hasToString("https://api.example.test/v1/invoices/i%2F1/payments?reference=dunlin-0190");
  }

  @Test
  void whatIsThereAlreadyIsFoundByItsReference() {
    LookedUp there =
        payment(PAYMENT)
            .found(
                ok(
                    "{\"payments\":[{\"id\":\"p-1\",\"reference\":\"other\"},"
                        + "{\"id\":\"p-2\",\"reference\":\"dunlin-0190\"}],"
                        + "\"invoice\":{\"sync\":3}}"))
            .orElseThrow();
    assertThat(there.found()).contains("p-2");
    assertThat(there.gives()).isEqualTo(Map.of("sync", "3"));
  }

  @Test
  void whatIsNotThereIsWrittenWithWhatTheLookupGave() {
    EffectCalls payment = payment(PAYMENT);
    LookedUp none = payment.found(ok("{\"payments\":[],\"invoice\":{\"sync\":3}}")).orElseThrow();
    assertThat(none.found()).isEmpty();
    HttpCall call = payment.request(none, Map.of());
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.address())
        .hasToString("https://api.example.test/v1/invoices/i%2F1/payments?sync=3");
    assertThat(body(call))
        .isEqualTo(
            "{\"amount\":\"605.00\",\"bank\":\"1100\",\"ref\":\"dunlin-0190\",\"sync\":\"3\"}");
    assertThat(payment.confirms(ok("{\"payment\":{\"id\":\"p-3\"}}"))).contains("p-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Please sign in</html>", "{\"payments\":"})
  void anAnswerThatCannotBeReadIsNoProofThatItIsNotThere(String body) {
    assertThat(payment(PAYMENT).found(ok(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]"})
  void aConfirmationMayTellNothing(String body) {
    assertThat(payment(PAYMENT).confirms(reply(201, body))).isEmpty();
  }

  @Test
  void whatAProgramDoesNotTakeIsRefusedWithASentence() {
    assertThat(payment(PAYMENT.replace("EUR", "USD")).refusal())
        .contains("Example Books takes payments in EUR only.");
    assertThat(
            EffectCalls.of(PROGRAM, Capability.PUSH_PAYMENT, PAYMENT, Facts.NONE)
                .orElseThrow()
                .refusal())
        .contains("The setting Bank account of the connection is not filled in.");
  }

  @Test
  void aKeyIsSentAlongWhereTheProgramHonoursIt() {
    EffectCalls note = EffectCalls.of(PROGRAM, Capability.PUSH_NOTE, NOTE, FACTS).orElseThrow();
    assertThat(note.kind()).isEqualTo(Effect.Kind.KEYED);
    assertThat(note.lookup()).isEmpty();
    assertThat(note.prepare(LookedUp.NOTHING).orElseThrow().address())
        .hasToString("https://api.example.test/v1/drafts");
    assertThat(note.prepared(ok("{}"))).as("without a draft there is nothing to write").isEmpty();
    Map<String, String> prepared = note.prepared(ok("{\"id\":7}")).orElseThrow();
    HttpCall call = note.request(LookedUp.NOTHING, prepared);
    assertThat(call.address()).hasToString("https://api.example.test/v1/drafts/7");
    assertThat(call.headers()).containsEntry("idempotency-key", "0191");
    assertThat(body(call)).isEqualTo("{\"text\":\"Called\"}");
    assertThat(note.confirms(ok("{\"id\":9}"))).isEmpty();
  }

  @Test
  void theFactsOfNowTakeThePlaceOfThoseOfBefore() {
    EffectCalls payment = payment(PAYMENT).with(Facts.NONE.with("settings.bank", "1200"));
    assertThat(body(payment.request(new LookedUp(null, Map.of("sync", "3")), Map.of())))
        .contains("\"bank\":\"1200\"")
        .contains("\"amount\":\"605.00\"");
  }

  @Test
  void aMappingGetsWhatWasPreparedAsPlaceholdersDo() {
    assertThat(body(payment(PAYMENT).request(LookedUp.NOTHING, Map.of("draft", "7"))))
        .contains("\"drafted\":\"7\"");
  }

  @Test
  void thereIsNothingToPrepareForMostEffects() {
    assertThat(payment(PAYMENT).prepare(LookedUp.NOTHING)).isEmpty();
    assertThat(payment(PAYMENT).prepared(ok(""))).contains(Map.of());
  }

  @Test
  void aProgramWithoutTheEffectHasNoCalls() {
    assertThat(EffectCalls.of(PROGRAM, Capability.PUSH_STATUS, PAYMENT, FACTS)).isEmpty();
    assertThatThrownBy(() -> EffectCalls.of(PROGRAM, Capability.PUSH_PAYMENT, "[]", FACTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EffectCalls payment(String about) {
    return EffectCalls.of(PROGRAM, Capability.PUSH_PAYMENT, about, FACTS).orElseThrow();
  }
}
