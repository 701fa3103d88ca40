package org.dunlin.store.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.dunlin.store.Rows;
import org.dunlin.store.access.Role;
import org.dunlin.store.secret.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app shares with the hub is kept sealed, and each step of it is accepted once. */
class SecondFactorsTest {
  private static final byte[] SECRET = "twenty secret bytes!".getBytes(US_ASCII);
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Rows rows = new Rows();
  private final SecondFactors factors = rows.stores.signIn().secondFactors();

  @BeforeEach
  void people() {
    rows.stores.people().add("anna", "{x}", Role.VIEWER);
    rows.stores.people().add("bert", "{x}", Role.VIEWER);
    factors.begin("anna", SECRET, WITHIN);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private UUID begun() {
    return factors.begun("anna").orElseThrow().id();
  }

  @Test
  void theSecretLiesNowhereInPlain() {
    byte[] sealed =
        rows.jdbc().sql("select sealed from hub_second_factor").query(byte[].class).single();
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain(new String(SECRET, ISO_8859_1));
    assertThat(factors.begun("anna").orElseThrow().secret()).isEqualTo(SECRET);
  }

  @Test
  void whatIsSealedForOneFactorOpensNoOther() {
    factors.begin("bert", "another secret here.".getBytes(US_ASCII), WITHIN);
    rows.jdbc()
        .sql(
            """
            update hub_second_factor h set wrapped = o.wrapped, sealed = o.sealed
              from hub_second_factor o where h.name = 'bert' and o.name = 'anna'
            """)
        .update();
    assertThatThrownBy(() -> factors.begun("bert")).isInstanceOf(Unreadable.class);
  }

  @Test
  void oneThatWasBegunHoldsOnceACodeOfItIsAccepted() {
    assertThat(factors.has("anna")).isFalse();
    assertThat(factors.accept(begun(), 100)).isTrue();
    assertThat(factors.has("anna")).isTrue();
    assertThat(factors.begun("anna")).isEmpty();
    assertThat(factors.find("anna").orElseThrow().lastStep()).isEqualTo(100);
  }

  @Test
  void ofOneStepAndThoseBeforeItNothingIsAcceptedTwice() {
    UUID id = begun();
    factors.accept(id, 100);
    assertThat(factors.accept(id, 100)).isFalse();
    assertThat(factors.accept(id, 99)).isFalse();
    assertThat(factors.accept(id, 101)).isTrue();
  }

  @Test
  void beginningTwiceGoesOnWithTheFirst() {
    factors.begin("anna", "another secret here.".getBytes(US_ASCII), WITHIN);
    assertThat(factors.begun("anna").orElseThrow().secret()).isEqualTo(SECRET);
  }

  @Test
  void oneThatWasBegunLongAgoIsForgottenAndOneThatHoldsIsNot() {
    byte[] another = "another secret here.".getBytes(US_ASCII);
    begunLongAgo();
    factors.begin("anna", another, WITHIN);
    assertThat(factors.begun("anna").orElseThrow().secret()).isEqualTo(another);

    factors.accept(begun(), 100);
    begunLongAgo();
    factors.begin("anna", SECRET, WITHIN);
    assertThat(factors.find("anna").orElseThrow().secret()).isEqualTo(another);
  }

  private void begunLongAgo() {
    rows.jdbc()
        .sql("update hub_second_factor set made_at = now() - interval '11 minutes'")
        .update();
  }
}
