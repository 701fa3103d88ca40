package org.dunlin.work.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Digests;
import org.dunlin.store.secret.KeyRing;
import org.dunlin.work.TestHub;
import org.dunlin.work.access.AnswerOnce.Asked;
import org.dunlin.work.access.AnswerOnce.Begun;
import org.dunlin.work.privacy.KeepNoLonger;
import org.dunlin.work.privacy.KeptMonths;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was asked under a key, for all processes and whatever becomes of them. */
class AnswerOnceTest {
  private static final Asked ASKED =
      new Asked("token 1", "Bearer dunlin_abc", "k-1", "POST /api/v1/companies/acme/notes");
  private static final byte[] CONTENT = Digests.sha256().digest("content".getBytes(UTF_8));

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final AnswerOnce once = new AnswerOnce(hub.stores, Clock.systemUTC());

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void anotherProcessKnowsTheAnswer() {
    once.end(now(), CONTENT, answer("It is Jansen."));

    Begun.Before before =
        (Begun.Before) new AnswerOnce(hub.anotherProcess(), Clock.systemUTC()).begin(ASKED);
    assertThat(before.isOf(CONTENT)).isTrue();
    assertThat(before.isOf(Digests.sha256().digest(new byte[0]))).isFalse();
    KeptAnswer kept = before.answer().orElseThrow();
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.headers()).containsEntry("Content-Type", "application/json");
    assertThat(new String(kept.body(), UTF_8)).isEqualTo("It is Jansen.");
  }

  @Test
  void withoutTheHubsKeyTheCredentialsAloneOpenNothingAndANewKeyBesideItChangesNothing() {
    byte[] other = "another key of them of 32 bytes.".getBytes(UTF_8);
    byte[] first = "key of specifications: 32 bytes.".getBytes(UTF_8);
    once.end(now(), CONTENT, answer("It is Jansen."));

    assertThat(at(new KeyRing(List.of(other))).begin(ASKED)).isInstanceOf(Begun.Other.class);
    Begun.Before before = (Begun.Before) at(new KeyRing(List.of(other, first))).begin(ASKED);
    assertThat(before.isOf(CONTENT)).isTrue();
    assertThat(before.answer()).isPresent();
  }

  private AnswerOnce at(KeyRing ring) {
    return new AnswerOnce(hub.anotherProcess(ring), Clock.systemUTC());
  }

  @Test
  void whatNobodyAnsweredIsRunningAndAfterALongWhileUnknown() {
    now();

    assertThat(once.begin(ASKED)).isInstanceOf(Begun.Running.class);
    assertThat(new AnswerOnce(hub.stores, later(AnswerOnce.LONGEST.plusMinutes(1))).begin(ASKED))
        .isInstanceOf(Begun.Unknown.class);
  }

  @Test
  void whatWasGivenBackIsBegunAnew() {
    once.giveBack(now());

    assertThat(once.begin(ASKED)).isInstanceOf(Begun.Now.class);
  }

  @Test
  void theDatabaseDoesNotTellWhatWasAskedOrAnswered() {
    once.end(now(), CONTENT, answer("It is Jansen."));

    String row =
        hub.jdbc()
            .sql(
                "select encode(sealed, 'escape') || encode(body, 'hex') || encode(target, 'escape')"
                    + " from hub_answer")
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("Jansen", "notes", HexFormat.of().formatHex(CONTENT));
    Asked withAnother = new Asked("token 1", "Bearer dunlin_xyz", "k-1", ASKED.target());
    assertThat(once.begin(withAnother)).isInstanceOf(Begun.Other.class);
  }

  @Test
  void ofAnAnswerThatIsTooLargeNoMoreIsKeptThanItsStatus() {
    once.end(now(), CONTENT, answer("x".repeat(AnswerOnce.LARGEST + 1)));

    Begun.Before before = (Begun.Before) once.begin(ASKED);
    assertThat(before.status()).isEqualTo(201);
    assertThat(before.answer()).isEmpty();
  }

  @Test
  void afterADayTheKeyIsFreeAndTheSweepRemovesWhatWasKept() {
    once.end(now(), CONTENT, answer("It is Jansen."));
    KeptMonths kept = new KeptMonths(24, 24, 36, 6, null, null);

    new KeepNoLonger(hub.stores, later(Duration.ofHours(23)), kept).run();
    assertThat(once.begin(ASKED)).isInstanceOf(Begun.Before.class);

    hub.jdbc().sql("update hub_answer set begun_at = now() - interval '25 hours'").update();
    once.end(now(), CONTENT, answer("It is Jansen now."));
    new KeepNoLonger(hub.stores, later(Duration.ofHours(25)), kept).run();
    assertThat(hub.jdbc().sql("select count(*) from hub_answer").query(Integer.class).single())
        .isZero();
  }

  private Begun.Now now() {
    return (Begun.Now) once.begin(ASKED);
  }

  private static Clock later(Duration by) {
    return Clock.offset(Clock.systemUTC(), by);
  }

  private static KeptAnswer answer(String body) {
    return new KeptAnswer(201, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
  }
}
