package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dunlin.core.call.Transcript;
import org.dunlin.store.Ids;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.work.ScriptedOutlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was said with programs and mail servers about a person is as private as the rest. */
class CallPrivacyTest {
  private final Person person = new Person();

  @AfterEach
  void close() {
    person.close();
  }

  @Test
  void theConversationAboutAReminderIsKeptUnderThePersonsKey() {
    person.paid();

    OutboundCall call = ofThePerson().getFirst();
    assertThat(call.customerId()).isEqualTo(person.id());
    assertThat(call.status()).isEqualTo(250);
    assertThat(call.attempt()).isEqualTo(1);
    assertThat(call.host()).isEqualTo("smtp://mail.example:25");
    assertThat(said(call).asked()).contains("to: " + Person.MAIL);
    assertThat(said(call).reply()).isEqualTo("250 2.0.0 queued as 42");
    assertThat(person.places(Person.MAIL)).containsExactly("customer.record");
  }

  @Test
  void eachTryIsKeptAndARefusalSaysWhatTheServerSaid() {
    person.hub.outlet.answer(ScriptedOutlet.notSent(), ScriptedOutlet.refused());
    person.reminded();
    person.hub.sql("update effect set not_before = now()");
    person.hub.run();

    assertThat(ofThePerson())
        .extracting(call -> call.attempt() + " " + call.outcome() + " " + said(call).reason())
        .containsExactly(
            "1 NOT_SENT The mail server cannot be reached.", "2 ANSWERED No such mailbox.");
  }

  @Test
  void ofAMessageThatBrokeOffItIsKeptThatNobodyKnows() {
    person.hub.outlet.answer(ScriptedOutlet.brokenOff());
    person.reminded();

    assertThat(ofThePerson()).extracting(OutboundCall::outcome).containsExactly(Outcome.NO_REPLY);
  }

  @Test
  void thePersonGetsItWithAllElseThatIsKept() throws IOException {
    person.paid();

    assertThat(export("calls.jsonl")).contains(Person.MAIL, "queued as 42", "\"attempt\":1");
  }

  @Test
  void anErasureTakesItAwayAndWhatNamesThePersonElsewhere() {
    person.paid();
    UUID naming = shared("{\"error\": \"unknown debtor " + Person.NAME + "\"}");
    UUID other = shared("{\"error\": \"unknown debtor Somebody Else\"}");
    UUID own = ofThePerson().getFirst().id();
    person.erase();

    assertThat(find(own).transcript()).isNull();
    assertThat(find(own).status()).as("that it was made stays").isEqualTo(250);
    assertThat(find(naming).transcript()).isNull();
    assertThat(said(find(other)).reply()).contains("Somebody Else");
  }

  @Test
  void whatWasKeptLongEnoughIsGone() {
    person.paid();
    keepFor(6, 40);
    assertThat(ofThePerson()).isNotEmpty();
    keepFor(6, 400);
    assertThat(ofThePerson()).isEmpty();
  }

  @Test
  void itIsNotKeptLongerThanTheMessageOfWhichItTells() {
    person.paid();
    new KeepNoLonger(
            person.hub.stores,
            Clock.offset(Clock.systemUTC(), Duration.ofDays(100)),
            new KeptMonths(24, 24, 36, 6, 1, null))
        .run();

    assertThat(ofThePerson()).isEmpty();
  }

  private void keepFor(int months, int days) {
    new KeepNoLonger(
            person.hub.stores,
            Clock.offset(Clock.systemUTC(), Duration.ofDays(days)),
            new KeptMonths(24, 24, 36, months, null, null))
        .run();
  }

  private UUID shared(String reply) {
    UUID id = Ids.next();
    person
        .hub
        .stores
        .transactions()
        .run(
            () ->
                person
                    .hub
                    .stores
                    .outboundCalls()
                    .add(
                        new OutboundCall(
                            "acme",
                            id,
                            Instant.now(),
                            "books",
                            Occasion.reading("invoices"),
                            null,
                            null,
                            null,
                            "GET",
                            "https://books.example",
                            Outcome.ANSWERED,
                            400,
                            12,
                            0,
                            (long) reply.length(),
                            new Transcript(
                                "https://books.example/x",
                                List.of(),
                                null,
                                List.of(),
                                reply,
                                null))));
    return id;
  }

  private List<OutboundCall> ofThePerson() {
    return person.hub.stores.outboundCalls().ofCustomer("acme", person.id());
  }

  private OutboundCall find(UUID id) {
    return person.hub.stores.outboundCalls().find("acme", id).orElseThrow();
  }

  private static Transcript said(OutboundCall call) {
    return Optional.ofNullable(call.transcript()).orElseThrow();
  }

  private String export(String name) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ExportCustomer export = new ExportCustomer(person.hub.stores, Clock.systemUTC());
    export.write("acme", export.find("acme", person.id()).orElseThrow(), file);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name + " is not there");
  }
}
