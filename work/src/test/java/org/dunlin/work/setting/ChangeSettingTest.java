package org.dunlin.work.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import org.dunlin.store.people.HubEvents.HubEvent;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.work.TestHub;
import org.dunlin.work.setting.ChangeSetting.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console sets is checked, kept for the next start, and noted with who did it. */
class ChangeSettingTest {
  private final TestHub hub = TestHub.empty();
  private final ChangeSetting change = new ChangeSetting(hub.stores, Set.of("dunlin.smtp.host"));

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aValueIsKeptAndNotedAndTheDefaultCountsAgainOnceItIsReset() {
    assertThat(change.set("dunlin.sweep", " 10s ", "ann")).isEqualTo(Outcome.KEPT);
    assertThat(change.set("dunlin.sweep", "10s", "ann")).isEqualTo(Outcome.SAME);
    assertThat(hub.stores.settings().said()).isEqualTo(Map.of("dunlin.sweep", "10s"));

    assertThat(change.reset("dunlin.sweep", "bob")).isEqualTo(Outcome.RESET);
    assertThat(change.reset("dunlin.sweep", "bob")).isEqualTo(Outcome.SAME);
    assertThat(hub.stores.settings().said()).isEmpty();
    assertThat(hub.stores.signIn().events().latest(5))
        .extracting(HubEvent::kind, HubEvent::actor, HubEvent::about, HubEvent::detail)
        .containsExactly(
            tuple(Kind.SETTING_RESET, "bob", "dunlin.sweep", ""),
            tuple(Kind.SETTING_SET, "ann", "dunlin.sweep", "10s"));
  }

  @Test
  void whatTheFileOrTheEnvironmentSaysIsNotSetHere() {
    assertThat(change.set("dunlin.smtp.host", "mail.example.com", "ann")).isEqualTo(Outcome.FIXED);
    assertThat(hub.stores.settings().said()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dunlin.smtp.password, hunter2hunter2",
    "dunlin.key, AAAA",
    "dunlin.admin-password, correct horse battery",
    "dunlin.database.url, jdbc:postgresql://db/x",
    "dunlin.data, /tmp",
    "global-stop, true",
    "dunlin.nothing, 1"
  })
  void secretsAndWhatIsNeededBeforeTheDatabaseAreNeverKept(String name, String value) {
    assertThat(change.set(name, value, "ann")).isEqualTo(Outcome.NOT_HERE);
    assertThat(change.reset(name, "ann")).isEqualTo(Outcome.NOT_HERE);
    assertThat(
            hub.jdbc()
                .sql("select count(*) from hub_setting where value = ?")
                .param(value)
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "dunlin.sweep, 5",
    "dunlin.sweep, 0s",
    "dunlin.attachments, 7 megabytes",
    "dunlin.breaker-floor, -1",
    "dunlin.retention.invoices, 0",
    "dunlin.smtp.port, 65536",
    "dunlin.smtp.start-tls, yes",
    "dunlin.backup.at, 24:00",
    "dunlin.smtp.from, nobody",
    "dunlin.smtp.from, ${dunlin.key}@example.com",
    "dunlin.smtp.user, ${dunlin.database.password}",
    "dunlin.smtp.user, a${DUNLIN_KEY:none}",
    "dunlin.smtp.from, a@b.example\\r\\nBcc:c@d.example"
  })
  void whatIsNotOfItsFormIsNotKept(String name, String value) {
    String said = value.replace("\\r\\n", "\r\n");
    assertThat(change.set(name, said, "ann")).isEqualTo(Outcome.WRONG);
    assertThat(hub.stores.settings().said()).isEmpty();
  }

  @Test
  void whoGetsAPasswordThatIsWrittenElsewhereIsNotSetHere() {
    Set<String> written = Set.of("dunlin.smtp.password");
    ChangeSetting beside = new ChangeSetting(hub.stores, written);
    Map<String, String> kept =
        Map.of(
            "dunlin.smtp.host", "mail.example.com",
            "dunlin.smtp.port", "25",
            "dunlin.smtp.start-tls", "false",
            "dunlin.smtp.implicit-tls", "false");

    kept.forEach(
        (name, value) -> assertThat(beside.set(name, value, "ann")).isEqualTo(Outcome.FIXED));
    assertThat(hub.stores.settings().said()).isEmpty();
    assertThat(beside.set("dunlin.smtp.from", "a@b.example", "ann")).isEqualTo(Outcome.KEPT);
    assertThat(ConsoleSettings.sound(kept, written)).isEmpty();
    assertThat(ConsoleSettings.sound(kept, Set.of())).isEqualTo(kept);
  }

  @Test
  void whatAnUpdateMadeStricterIsLeftOutAtTheNextStart() {
    assertThat(
            ConsoleSettings.sound(
                Map.of(
                    "dunlin.sweep",
                    "10s",
                    "dunlin.attachments",
                    "much",
                    "dunlin.gone",
                    "1",
                    "dunlin.smtp.user",
                    "${dunlin.key}"),
                Set.of()))
        .isEqualTo(Map.of("dunlin.sweep", "10s"));
  }
}
