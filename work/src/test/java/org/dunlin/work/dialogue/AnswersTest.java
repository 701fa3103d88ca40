package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers answer to reminders is not lost, and a bounce stops what would bounce again. */
class AnswersTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Answers answers = new Answers(hub.stores);
  private UUID effect;

  @BeforeEach
  void aReminderWasSent() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", DUE, "100.00").bytes());
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
    hub.run();
    effect =
        hub.effects(EffectState.SENT).stream()
            .filter(each -> each.kind() == EffectKind.EMAIL)
            .map(Effect::id)
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPersonsAnswerLandsInTheDialogueOnceAndIsATask() {
    Answer answer = answer(Answer.Kind.PERSON, "We pay on Friday", List.of());
    assertThat(answers.take("acme", answer, "box")).isTrue();
    assertThat(answers.take("acme", answer, "other box")).isTrue();
    assertThat(dialogue()).extracting(DialogueEntry::text).containsExactly("We pay on Friday");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.ANSWER);
  }

  @Test
  void twoMailsThatSayTheSameAreTwo() {
    take(Answer.Kind.PERSON, "Ok");
    take(Answer.Kind.PERSON, "Ok");
    assertThat(dialogue()).extracting(DialogueEntry::text).containsExactly("Ok", "Ok");
  }

  @Test
  void aBounceThatIsTakenAgainRefusesNoAddressThatIsGood() {
    Answer bounce = answer(Answer.Kind.BOUNCED, "No such user", List.of("ap@c0.example"));
    answers.take("acme", bounce, "box");
    new Tasks(hub.stores).done("acme", TaskKind.BOUNCE, tasks().getFirst().subjectId(), "anna");
    answers.take("acme", bounce, "box");
    assertThat(hub.stores.outbox().refusedAddresses("acme")).isEmpty();
  }

  @Test
  void anAutomaticAnswerIsMarkedAsSuchAndDoesNothing() {
    assertThat(take(Answer.Kind.AUTOMATIC, "I am away")).isTrue();
    assertThat(dialogue())
        .extracting(DialogueEntry::kind)
        .containsExactly(DialogueKind.AUTO_ANSWER);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void afterABounceNothingIsSentUntilAPersonSaysThatTheAddressIsGood() {
    assertThat(bounce("AP@c0.example")).isTrue();
    assertThat(hub.stores.outbox().refusedAddresses("acme")).containsExactly("ap@c0.example");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.BOUNCE);
    hub.offer("more.xml", InvoiceFile.of("INV-2026-1101", "c0", DUE, "50.00").bytes());
    hub.day.begin("acme", TestHub.TODAY.plusDays(10));
    for (int day = 0; day < 10; day++) {
      hub.offer(day + ".xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.plusDays(day)).bytes());
    }
    hub.run();
    assertThat(sent()).as("while it is refused").isEqualTo(1);
    assertThat(
            hub.jdbc()
                .sql("select record ->> 'holds' from action where state = 'HELD'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("NO_ADDRESS")
        .doesNotContain("STALE_SOURCE");

    String subject = tasks().getFirst().subjectId();
    new Tasks(hub.stores).done("acme", TaskKind.BOUNCE, subject, "anna");
    hub.run();

    assertThat(tasks()).isEmpty();
    assertThat(hub.stores.outbox().refusedAddresses("acme")).isEmpty();
    assertThat(sent()).as("once it is good").isEqualTo(2);
  }

  @Test
  void aBounceOfTheTestMailboxSaysNothingOfTheCustomersAddress() {
    hub.sql("update action set mode = 'TEST'");
    bounce("ap@c0.example");
    assertThat(hub.stores.outbox().refusedAddresses("acme")).isEmpty();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aBounceThatComesAfterTheCompanyWentBackToTestsStillCounts() {
    hub.company("acme", DunningMode.TEST, "test@acme.example", TestHub.IBAN);
    hub.stores.companies().setMode("acme", DunningMode.TEST);
    bounce("ap@c0.example");
    assertThat(hub.stores.outbox().refusedAddresses("acme")).containsExactly("ap@c0.example");
  }

  @Test
  void anAddressThatBouncesAgainIsATaskAgain() {
    bounce("ap@c0.example");
    new Tasks(hub.stores).done("acme", TaskKind.BOUNCE, tasks().getFirst().subjectId(), "anna");
    take(Answer.Kind.BOUNCED, "Still no such user", List.of("ap@c0.example"));
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.BOUNCE);
  }

  @Test
  void aReportOfAnotherAddressIsNotedAndStopsNothing() {
    assertThat(bounce("somebody@else.example")).isTrue();
    assertThat(hub.stores.outbox().refusedAddresses("acme")).isEmpty();
    assertThat(tasks()).isEmpty();
    assertThat(dialogue())
        .extracting(DialogueEntry::kind)
        .containsExactly(DialogueKind.AUTO_ANSWER);
  }

  @Test
  void aReportOfALateMessageChangesNothing() {
    assertThat(take(Answer.Kind.REPORTED, "Delayed")).isTrue();
    assertThat(dialogue()).isEmpty();
    assertThat(hub.stores.outbox().refusedAddresses("acme")).isEmpty();
  }

  @Test
  void whatAnswersNoReminderOfTheCompanyIsNotTaken() {
    hub.company("other", DunningMode.LIVE, null, TestHub.IBAN);
    Answer answer = answer(Answer.Kind.PERSON, "Hello", List.of());
    assertThat(answers.take("other", answer, "box")).isFalse();
    Answer unknown =
        new Answer(
            UUID.randomUUID(), List.of(UUID.randomUUID()), Answer.Kind.PERSON, "Hello", List.of());
    assertThat(answers.take("acme", unknown, "box")).isFalse();
    assertThat(dialogue()).isEmpty();
  }

  private boolean take(Answer.Kind kind, String text) {
    return take(kind, text, List.of());
  }

  private boolean bounce(String address) {
    return take(Answer.Kind.BOUNCED, "No such user", List.of(address));
  }

  private boolean take(Answer.Kind kind, String text, List<String> failed) {
    return answers.take("acme", answer(kind, text, failed), "box");
  }

  private Answer answer(Answer.Kind kind, String text, List<String> failed) {
    return new Answer(UUID.randomUUID(), List.of(effect), kind, text, failed);
  }

  private long sent() {
    return hub.effects(EffectState.SENT).stream()
        .filter(each -> each.kind() == EffectKind.EMAIL)
        .count();
  }

  private List<DialogueEntry> dialogue() {
    List<UUID> all =
        hub.stores.customers().of("acme").stream().map(each -> UUID.fromString(each.id())).toList();
    return hub.stores.talk().dialogue().ofCustomers("acme", all, 10);
  }

  private List<WorkList.Line> tasks() {
    return hub.stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, TestHub.TODAY, null, 50)
        .items();
  }
}
