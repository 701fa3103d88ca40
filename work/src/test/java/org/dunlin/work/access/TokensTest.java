package org.dunlin.work.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Scope;
import org.dunlin.work.TestHub;
import org.dunlin.work.access.RefusedToken.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Set<Scope> READ = Set.of(Scope.READ);

  private final TestHub hub = TestHub.empty();
  private final Tokens tokens = at(NOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whoBringsTheSecretIsTheTokenAndNobodyElseIs() {
    Tokens.Made made = tokens.make(" shop ", READ, null, null, "anna");

    assertThat(tokens.check(made.secret()).map(ApiToken::name)).hasValue("shop");
    assertThat(tokens.check(made.secret().substring(0, 49) + "!")).isEmpty();
    assertThat(tokens.check(made.secret() + "x")).isEmpty();
    assertThat(tokens.check("")).isEmpty();
    assertThat(tokens.make("other", READ, null, null, "anna").secret()).isNotEqualTo(made.secret());
  }

  @Test
  void aTokenIsWorthNothingFromTheMomentOfItsExpiry() {
    Instant end = NOW.plus(Duration.ofDays(1));
    String secret = tokens.make("shop", READ, null, end, "anna").secret();

    assertThat(at(end.minusMillis(1)).check(secret)).isPresent();
    assertThat(at(end).check(secret)).isEmpty();
  }

  @Test
  void aRevokedNameMayBeUsedAgainAndTheOldTokenStaysWorthless() {
    Tokens.Made old = tokens.make("shop", READ, null, null, "anna");
    refused(Reason.TAKEN, "shop", READ, null, null);

    assertThat(tokens.revoke(old.token().id(), "bob")).isTrue();
    assertThat(tokens.revoke(old.token().id(), "bob")).isFalse();
    Tokens.Made fresh = tokens.make("shop", READ, null, null, "anna");

    assertThat(tokens.check(old.secret())).isEmpty();
    assertThat(tokens.check(fresh.secret())).isPresent();
    assertThat(tokens.all()).extracting(ApiToken::revokedBy).containsExactly(null, "bob");
    assertThat(tokens.find("shop").map(ApiToken::id)).hasValue(fresh.token().id());
  }

  @Test
  void theJournalOfEachCompanyThatATokenIsForTellsWhoMadeAndWhoRevokedIt() {
    hub.company("acme", DunningMode.SHADOW, null);
    hub.company("other", DunningMode.SHADOW, null);
    Tokens.Made own = tokens.make("shop", READ, "acme", null, "anna");
    tokens.make("reports", READ, null, null, "anna");
    tokens.revoke(own.token().id(), "bob");
    tokens.revoke(own.token().id(), "bob");

    assertThat(events("acme"))
        .containsExactly("bob TOKEN_REVOKED", "anna TOKEN_MADE", "anna TOKEN_MADE");
    assertThat(events("other")).containsExactly("anna TOKEN_MADE");
  }

  private List<String> events(String company) {
    return hub.jdbc()
        .sql(
            "select actor || ' ' || event from journal where company_id = :company"
                + " order by journal_id desc")
        .param("company", company)
        .query(String.class)
        .list();
  }

  @Test
  void whatCannotBeATokenIsRefused() {
    refused(Reason.NAME, " ", READ, null, null);
    refused(Reason.NAME, "x".repeat(81), READ, null, null);
    refused(Reason.NAME, "two\nlines", READ, null, null);
    refused(Reason.SCOPE, "shop", Set.of(), null, null);
    refused(Reason.COMPANY, "shop", READ, "nobody", null);
    refused(Reason.PAST, "shop", READ, null, NOW);
    refused(Reason.FAR, "shop", READ, null, NOW.plus(Duration.ofDays(3654)));
    assertThat(tokens.all()).isEmpty();
  }

  private void refused(
      Reason reason,
      String name,
      Set<Scope> scopes,
      @Nullable String company,
      @Nullable Instant expires) {
    assertThatThrownBy(() -> tokens.make(name, scopes, company, expires, "anna"))
        .isInstanceOfSatisfying(
            RefusedToken.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private Tokens at(Instant moment) {
    return new Tokens(hub.stores, Clock.fixed(moment, ZoneOffset.UTC));
  }
}
