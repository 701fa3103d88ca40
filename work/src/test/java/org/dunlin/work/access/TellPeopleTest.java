package org.dunlin.work.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.message.Language;
import org.dunlin.core.onetime.TimeCode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.people.Notices.Notice;
import org.dunlin.store.people.People.Look;
import org.dunlin.work.ScriptedOutlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People are told by mail what happened to their account, once. */
class TellPeopleTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:10Z");
  private static final String ADDRESS = "anna@example.com";

  private final Rows rows = new Rows();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final ChangePeople changes = new ChangePeople(rows.stores, clock);
  private final SecondFactor factor = new SecondFactor(rows.stores, clock);
  private final ScriptedOutlet outlet = new ScriptedOutlet();
  private final TellPeople tell = new TellPeople(rows.stores, outlet);

  @BeforeEach
  void anna() {
    rows.stores.people().add("anna", "{x}", Role.VIEWER);
    rows.stores.people().email("anna", ADDRESS);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private List<Dispatch.Email> told() {
    while (tell.next()) {
      // until nothing is due
    }
    return outlet.emails();
  }

  private Stream<String> subjects() {
    return told().stream().map(Dispatch.Email::subject);
  }

  private void later() {
    rows.jdbc().sql("update hub_notice set next_at = now() - interval '1 second'").update();
  }

  private byte[] secret() {
    factor.begin("anna");
    return rows.stores.signIn().secondFactors().begun("anna").orElseThrow().secret();
  }

  @Test
  void anotherPasswordIsToldWithWhenAndByWhomAndNothingSecret() {
    changes.password("anna", "{argon2id}hash", "bert");
    Dispatch.Email mail = told().getFirst();
    assertThat(mail.to()).isEqualTo(ADDRESS);
    assertThat(mail.subject()).isEqualTo("Dunlin: your password was changed");
    assertThat(mail.text())
        .contains("anna, your password was changed", "UTC", "By whom: bert", "If this was neither")
        .doesNotContain("argon2id", "http");
    assertThat(mail.html()).contains("<p>By whom: bert</p>").doesNotContain("href");
    assertThat(told()).hasSize(1);
  }

  @Test
  void soIsEachChangeOfTheSecondStep() {
    byte[] secret = secret();
    assertThat(factor.confirm("anna", TimeCode.of(secret, TimeCode.step(NOW) - 1))).isPresent();
    String code = factor.renewCodes("anna").getFirst();
    assertThat(factor.accept("anna", code)).isTrue();
    factor.remove("anna", "bert");
    assertThat(subjects())
        .containsExactly(
            "Dunlin: two-step sign-in was set up",
            "Dunlin: new recovery codes were made",
            "Dunlin: a recovery code was used",
            "Dunlin: two-step sign-in was switched off");
  }

  @Test
  void aCodeThatIsSaidASecondTimeIsRefusedNotedAndTold() {
    byte[] secret = secret();
    assertThat(factor.confirm("anna", TimeCode.of(secret, TimeCode.step(NOW) - 1))).isPresent();
    told();
    String code = TimeCode.of(secret, TimeCode.step(NOW));
    assertThat(factor.accept("anna", code)).isTrue();
    assertThat(outlet.emails()).hasSize(1);
    assertThat(factor.accept("anna", code)).isFalse();
    assertThat(factor.accept("anna", code)).isFalse();
    assertThat(rows.stores.signIn().events().about("anna", 9))
        .filteredOn(event -> event.kind() == Kind.CODE_USED_AGAIN)
        .hasSize(1);
    assertThat(subjects()).last().isEqualTo("Dunlin: a code was said a second time");
  }

  @Test
  void aCodeThatIsMerelyWrongIsNotTold() {
    assertThat(factor.confirm("anna", TimeCode.of(secret(), TimeCode.step(NOW) - 1))).isPresent();
    assertThat(told()).hasSize(1);
    assertThat(factor.accept("anna", "abcdef")).isFalse();
    assertThat(told()).hasSize(1);
  }

  @Test
  void aLinkForAnotherPasswordIsTold() {
    String secret = changes.invite("anna", "bert");
    assertThat(told())
        .singleElement()
        .extracting(Dispatch.Email::text)
        .asString()
        .contains("a link was made")
        .doesNotContain(secret);
  }

  @Test
  void anotherAddressIsToldAtTheOldOneAndAtTheNewOne() {
    changes.email("anna", "else@example.org", "anna");
    changes.email("anna", "else@example.org", "anna");
    assertThat(told()).extracting(Dispatch.Email::to).containsExactly(ADDRESS, "else@example.org");
    changes.email("anna", " ", "anna");
    assertThat(told()).last().extracting(Dispatch.Email::to).isEqualTo("else@example.org");
    changes.password("anna", "{y}", "anna");
    assertThat(told()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "anna@",
        "@example.com",
        "anna@example",
        "a@example.com, b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "a b@example.com",
        "Anna <anna@example.com>",
        "\"a\\\"@example.com",
        "group:a@example.com;",
        "anna@-example..com"
      })
  void whatIsNotOneAddressIsRefused(String wrong) {
    assertThatThrownBy(() -> changes.email("anna", wrong, "anna"))
        .isInstanceOf(RefusedPerson.class);
    assertThat(rows.stores.people().email("anna")).contains(ADDRESS);
  }

  @Test
  void signingInIsToldWhereItIsFromAPlaceFromWhichTheyNeverDid() {
    var events = rows.stores.signIn().events();
    events.noteSignIn("anna", "192.0.2.1", "192.0.2.1");
    events.noteSignIn("anna", "192.0.2.1", "192.0.2.1");
    assertThat(told()).isEmpty();
    events.noteSignIn("anna", "192.0.2.12", "192.0.2.12");
    assertThat(told())
        .singleElement()
        .extracting(Dispatch.Email::text)
        .asString()
        .contains("From: 192.0.2.12");
    events.noteSignIn("anna", "2001:db8:1:2::a", "2001:db8:1:2:");
    assertThat(told()).hasSize(2);
    events.noteSignIn("anna", "2001:db8:1:2::b", "2001:db8:1:2:");
    assertThat(told()).hasSize(2);
  }

  @Test
  void whoIsAddedIsToldOfTheLinkAlone() {
    changes.add("bert", null, "anna");
    changes.email("bert", "bert@example.com", "anna");
    changes.invite("bert", "anna");
    assertThat(subjects()).containsExactly("Dunlin: a link for another password was made");
  }

  @Test
  void whoSaidNoAddressIsToldNothing() {
    rows.stores.people().add("bert", "{x}", Role.VIEWER);
    changes.password("bert", "{y}", "anna");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatDidNotLeaveIsTriedAgainLaterAndWhatMayHaveLeftIsNot() {
    outlet.answer(ScriptedOutlet.notSent(), ScriptedOutlet.notSent());
    changes.password("anna", "{y}", "anna");
    assertThat(told()).isEmpty();
    assertThat(outlet.offered()).hasSize(1);
    later();
    assertThat(told()).isEmpty();
    later();
    assertThat(told()).hasSize(1);
    outlet.answer(ScriptedOutlet.brokenOff(), ScriptedOutlet.refused());
    changes.password("anna", "{z}", "anna");
    changes.password("anna", "{a}", "anna");
    told();
    later();
    assertThat(told()).hasSize(1);
    assertThat(outlet.offered()).hasSize(5);
  }

  @Test
  void whatWasOnItsWayWhenItsProcessEndedIsNotSentAgain() {
    changes.password("anna", "{y}", "anna");
    assertThat(rows.stores.signIn().notices().claim()).isPresent();
    later();
    assertThat(told()).isEmpty();
    rows.jdbc().sql("update hub_notice set sending_since = now() - interval '2 hours'").update();
    assertThat(told()).isEmpty();
    assertThat(rows.jdbc().sql("select count(*) from hub_notice").query(Integer.class).single())
        .isZero();
  }

  @Test
  void whatIsOldIsOfNoUse() {
    changes.password("anna", "{y}", "anna");
    rows.jdbc().sql("update hub_notice set happened_at = now() - interval '3 days'").update();
    assertThat(told()).isEmpty();
  }

  @Test
  void nothingLeavesWhileEverythingIsStopped() {
    changes.password("anna", "{y}", "anna");
    rows.stores.settings().setStopped(true);
    assertThat(told()).isEmpty();
    rows.stores.settings().setStopped(false);
    assertThat(told()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingThatIsToldHasItsWordsInTheLanguageOfThePerson(Language language) {
    for (Kind kind :
        List.of(
            Kind.INVITED,
            Kind.PASSWORD_CHANGED,
            Kind.SECOND_FACTOR_ON,
            Kind.SECOND_FACTOR_OFF,
            Kind.RECOVERY_CODES_MADE,
            Kind.RECOVERY_CODE_USED,
            Kind.CODE_USED_AGAIN,
            Kind.EMAIL_CHANGED,
            Kind.SIGNED_IN)) {
      Dispatch.Email mail =
          NoticeMail.of(
              new Notice(Ids.next(), "anna", ADDRESS, language.code(), kind, "<b>", "::1", NOW, 1));
      assertThat(mail.text()).contains("anna", "2026-11-27 10:00 UTC", "<b>").doesNotContain("{0}");
      assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>");
      assertThat(mail.subject()).startsWith("Dunlin");
    }
    rows.stores.people().look("anna", new Look(language.code(), null));
    changes.password("anna", "{y}", "anna");
    assertThat(told())
        .last()
        .extracting(Dispatch.Email::subject)
        .asString()
        .contains(
            switch (language) {
              case EN -> "your password";
              case NL -> "uw wachtwoord";
              case DE -> "Ihr Passwort";
              case FR -> "votre mot de passe";
            });
  }
}
