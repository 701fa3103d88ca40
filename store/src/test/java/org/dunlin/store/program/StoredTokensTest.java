package org.dunlin.store.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.dunlin.store.Rows;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.program.PendingAuthorisations.Pending;
import org.dunlin.store.secret.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens are renewed by one process at a time and lie sealed, as all that connections keep. */
class StoredTokensTest {
  private final Rows rows = new Rows();
  private final Tokens tokens = rows.stores.programs().tokens();
  private final Tokens others = rows.anotherProcess().programs().tokens();

  @BeforeEach
  void connection() {
    Linked.add(rows, "books");
    Linked.add(rows, "other");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void oneProcessRenewsATokenAndTheOtherFindsTheNextOne() {
    Token token = stored();
    Lease lease = tokens.claim(token).orElseThrow();
    assertThat(others.claim(token)).isEmpty();
    assertThat(tokens.replace(token, Map.of("access", "second"), Duration.ofMinutes(30))).isTrue();
    tokens.letGo(token, lease);

    assertThat(others.claim(token)).as("it is no more the one that was to be renewed").isEmpty();
    Token next = others.find("acme", "books").orElseThrow();
    assertThat(next.values()).containsEntry("access", "second");
    assertThat(next.renewIn()).isPositive();
  }

  @Test
  void aRenewalThatWasUnderWayDoesNotTakeThePlaceOfWhatWasRemoved() {
    Token token = stored();
    tokens.remove("acme", "books");
    tokens.prepare("acme", "books");
    assertThat(others.replace(token, Map.of("access", "late"), null)).isFalse();

    assertThat(others.find("acme", "books").orElseThrow().values()).isEmpty();
  }

  @Test
  void aLateTokenDoesNotTakeThePlaceOfANewerOne() {
    Token token = stored();
    assertThat(tokens.claim(token)).isPresent();
    rows.afterTheLease();
    assertThat(others.claim(token)).isPresent();
    others.replace(token, Map.of("access", "newer"), null);

    assertThat(tokens.replace(token, Map.of("access", "late"), null)).isFalse();
    assertThat(tokens.find("acme", "books").orElseThrow().values())
        .containsEntry("access", "newer");
  }

  @Test
  void aRenewalThatCameToNothingMayBeTriedByAnother() {
    Token token = stored();
    tokens.letGo(token, tokens.claim(token).orElseThrow());

    assertThat(others.claim(token)).isPresent();
  }

  @Test
  void nothingOfItLiesInPlainText() {
    tokens.put("acme", "books", Map.of("refresh", "hunter2"), null);
    rows.stores.programs().secrets().put("acme", "books", "clientSecret", "hunter2");

    for (String table : new String[] {"connection_token", "connection_secret", "connection_key"}) {
      for (byte[] row :
          rows.jdbc()
              .sql("select convert_to(t::text, 'UTF8') from " + table + " t")
              .query(byte[].class)
              .list()) {
        assertThat(new String(row, StandardCharsets.UTF_8))
            .doesNotContain("hunter2")
            .doesNotContain(HexFormat.of().formatHex("hunter2".getBytes(StandardCharsets.UTF_8)));
      }
    }
    assertThat(tokens.find("acme", "books").orElseThrow().toString()).doesNotContain("hunter2");
  }

  @Test
  void aSecretThatIsMovedToAnotherConnectionOrNameDoesNotOpen() {
    ConnectionSecrets secrets = rows.stores.programs().secrets();
    secrets.put("acme", "books", "apiKey", "hunter2");
    rows.jdbc().sql("update connection_secret set name = 'other'").update();
    assertThatThrownBy(() -> secrets.of("acme", "books")).isInstanceOf(Unreadable.class);
    rows.jdbc()
        .sql("update connection_secret set name = 'apiKey', connection_id = 'other'")
        .update();

    assertThatThrownBy(() -> secrets.of("acme", "other")).isInstanceOf(Unreadable.class);
  }

  @Test
  void whoWasSentToAProgramComesBackOnceAndInTime() {
    PendingAuthorisations pending = rows.stores.programs().authorisations();
    Pending sent = new Pending("acme", "books", "verifier", "https://hub.example/back", "anna");
    pending.begin(sent, new byte[] {1}, Duration.ofMinutes(10));
    assertThat(pending.take(new byte[] {2})).isEmpty();
    assertThat(pending.take(new byte[] {1})).contains(sent);
    assertThat(pending.take(new byte[] {1})).isEmpty();
    pending.begin(sent, new byte[] {3}, Duration.ofMinutes(10));
    rows.jdbc().sql("update pending_authorisation set ends_at = now()").update();

    assertThat(pending.take(new byte[] {3})).isEmpty();
  }

  private Token stored() {
    tokens.put("acme", "books", Map.of("access", "first"), Duration.ofMinutes(30));
    return tokens.find("acme", "books").orElseThrow();
  }
}
