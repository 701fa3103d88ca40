package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.ScriptedOutlet;
import org.dunlin.work.TestHub;
import org.dunlin.work.handover.HandOvers;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.road.ChangeRoad;
import org.junit.jupiter.api.Test;

/** An agency that gets its cases by mail, and says by file what becomes of them. */
class AgencyMailTest extends HandedOver {
  private void mailed(Map<String, String> settings) {
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add("acme", "noord", RoadKind.AGENCY, settings, Author.onPage("anna"));
  }

  private HandOver out() {
    mailed(Map.of("mail", "cases@noord.example", "name", "Incasso Noord", "approval", "automatic"));
    decided();
    TestHub.drain(deliver::next);
    return handOver();
  }

  private void said(String file) {
    hub.offer("statuses.csv", file.getBytes(UTF_8));
    hub.settle();
  }

  private List<String> problems() {
    return hub.jdbc()
        .sql("select position || ': ' || message from problem order by position")
        .query(String.class)
        .list();
  }

  private List<String> dialogue() {
    return hub
        .stores
        .talk()
        .dialogue()
        .ofCustomers("acme", List.of(handOver().customerId()), 10)
        .stream()
        .map(entry -> String.valueOf(entry.text()))
        .toList();
  }

  @Test
  void aCaseIsMailedWithItsDossierOnce() {
    HandOver given = out();

    assertThat(hub.outlet.emails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("cases@noord.example");
              assertThat(mail.subject()).isEqualTo("Company acme: case-" + given.id() + ".zip");
              assertThat(mail.attachments())
                  .singleElement()
                  .satisfies(zip -> assertThat(zip.size()).isPositive())
                  .extracting(Dispatch.Attachment::mediaType)
                  .isEqualTo("application/zip");
            });
    assertThat(given.isOut()).isTrue();
    assertThat(put).isEmpty();
  }

  @Test
  void aMailOfWhichNobodyKnowsIsAPersonsTask() {
    mailed(Map.of("mail", "cases@noord.example", "name", "Incasso Noord", "approval", "automatic"));
    hub.outlet.answer(ScriptedOutlet.brokenOff());
    Action action = decided();
    TestHub.drain(deliver::next);

    assertThat(given().getFirst().state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.UNKNOWN);
  }

  @Test
  void whatIsTakenBackIsMailedToo() {
    HandOver given = out();
    new HandOvers(hub.stores).end("acme", given.id(), HandOver.End.RECALLED, "anna");
    TestHub.drain(deliver::next);

    assertThat(hub.outlet.emails().getLast().attachments().getFirst().name())
        .isEqualTo("case-" + given.id() + "-recall.json");
  }

  @Test
  void whatIsTakenBackByMailIsNotMailedTwiceWhereNobodyKnowsWhetherItLeft() {
    HandOver given = out();
    new HandOvers(hub.stores).end("acme", given.id(), HandOver.End.RECALLED, "anna");
    hub.outlet.answer(ScriptedOutlet.brokenOff());
    TestHub.drain(deliver::next);
    hub.afterTheWait();
    TestHub.drain(deliver::next);

    assertThat(hub.effects(EffectState.UNKNOWN)).hasSize(1);
    assertThat(hub.outlet.emails())
        .filteredOn(mail -> mail.attachments().getFirst().name().endsWith("-recall.json"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anAgencyHasOneWay() {
    assertThatThrownBy(() -> mailed(Map.of("name", "Noord"))).isInstanceOf(WrongSettings.class);
    assertThatThrownBy(
            () -> mailed(Map.of("name", "N", "mail", "a@b.example", "to", TestHub.CONNECTION)))
        .isInstanceOf(WrongSettings.class);
    assertThatThrownBy(() -> mailed(Map.of("name", "Noord", "mail", "nobody")))
        .isInstanceOf(WrongSettings.class);
  }

  @Test
  void whatAnAgencySaysInAFileIsTakenLineByLine() {
    HandOver given = out();
    said(
        """
        Case;Status;Date;Amount;Currency;Note
        case-%1$s;In progress;2026-11-20;;;
        case-%1$s.zip;Paid in part;2026-11-23;40.00;EUR;"first rate; by bank"
        case-00000000-0000-0000-0000-000000000000;Accepted;2026-11-20;;;
        %1$s;Lost;2026-11-20;;;
        %1$s;Accepted;2026-12-20;;;
        """
            .formatted(given.id()));

    assertThat(handOver().status()).isEqualTo(HandOver.Status.PAID_IN_PART);
    assertThat(handOver().statusOn()).hasToString("2026-11-23");
    assertThat(handOver().statusBy()).isEqualTo("Incasso Noord");
    assertThat(dialogue())
        .containsExactly(
            "Incasso Noord: something of the case was paid. 40.00 EUR · first rate; by bank");
    assertThat(problems()).hasSize(3);
    assertThat(problems().get(0)).startsWith("line 4: there is no case");
    assertThat(problems().get(1)).startsWith("line 5: status is Lost; write accepted");
    assertThat(problems().get(2)).startsWith("line 6: date is 2026-12-20");
    assertThat(hub.deliveries().getLast().state()).isEqualTo("APPLIED");
  }

  @Test
  void aListOfAllCasesEachDayChangesNothingThatIsKnown() {
    HandOver given = out();
    String line =
        "{\"case\":\"%s\",\"status\":\"accepted\",\"date\":\"2026-11-20\",\"note\":\"n%d\"}\n";
    said(line.formatted(given.id(), 1));
    said(line.formatted(given.id(), 2));

    assertThat(handOver().status()).isEqualTo(HandOver.Status.ACCEPTED);
    assertThat(dialogue()).hasSize(1);
  }

  @Test
  void aListWithoutDatesSaysEachStatusOnce() {
    HandOver given = out();
    String line = "{\"case\":\"%s\",\"status\":\"accepted\",\"note\":\"n%d\"}\n";
    said(line.formatted(given.id(), 1));
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
    said(line.formatted(given.id(), 2));

    assertThat(handOver().statusOn()).isEqualTo(TestHub.TODAY);
    assertThat(dialogue()).hasSize(1);
  }

  @Test
  void whatAFileSaysOfAnEarlierDayDoesNotTurnTheStatusBack() {
    HandOver given = out();
    said("case,status,date\n%s,in court,2026-11-23\n".formatted(given.id()));
    said("case,status,date\n%s,accepted,2026-11-20\n".formatted(given.id()));

    assertThat(handOver().status()).isEqualTo(HandOver.Status.IN_COURT);
    assertThat(handOver().statusOn()).hasToString("2026-11-23");
    said("case,status,date\n%s,paid in part,2026-11-23\n".formatted(given.id()));
    assertThat(handOver().status()).isEqualTo(HandOver.Status.PAID_IN_PART);
  }

  @Test
  void whatIsPaidToTheAgencyStaysThereUntilTheMoneyIsHere() {
    HandOver given = out();
    said("case,status\n%s,paid\n".formatted(given.id()));

    assertThat(handOver().status()).isEqualTo(HandOver.Status.PAID);
    assertThat(handOver().isOut()).isTrue();
  }

  @Test
  void whatIsClosedAsUncollectableEndsAndIsSaid() {
    HandOver given = out();
    said("case,status\n%s,closed uncollectible\n".formatted(given.id()));

    assertThat(handOver().status()).isEqualTo(HandOver.Status.UNCOLLECTABLE);
    assertThat(handOver().ended()).isEqualTo(HandOver.End.CLOSED);
    said("case,status\n%s,recalled\n".formatted(given.id()));
    assertThat(problems()).isEmpty();
    said("case,status\n%s,accepted\n".formatted(given.id()));
    assertThat(problems()).hasSize(1);
    assertThat(hub.deliveries().getLast().state()).isEqualTo("QUARANTINED");
  }
}
