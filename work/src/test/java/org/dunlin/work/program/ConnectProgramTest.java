package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.store.program.Access;
import org.dunlin.work.program.AuthoriseProgram.Completed;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.pull.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin adds a program, is sent there to permit the access, and changes what it was told. */
class ConnectProgramTest {
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
  private static final String BACK = "https://hub.example/back";

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);

  @BeforeEach
  void shop() {
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    vendor.answers(shop);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsMissingOrUnknownIsSaidAllAtOnce() {
    assertThatThrownBy(
            () -> hub.process.change.add("acme", "shop", "shop", Map.of("x", "y"), PullHub.ANNA))
        .isInstanceOfSatisfying(
            WrongSettings.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(WrongSettings.Fault::setting)
                    .contains("clientId", "clientSecret", "x"));
    assertThat(hub.hub.stores.connections().find("acme", "shop")).isEmpty();
  }

  @Test
  void aCharacterThatNobodyTypesIsAFaultOfItsSetting() {
    Map<String, String> settings = new HashMap<>(Shop.settings("hook key"));
    settings.put("clientId", "app\u0000");
    settings.put("clientSecret", "secret\u001b");
    assertThatThrownBy(() -> hub.process.change.add("acme", "shop", "shop", settings, PullHub.ANNA))
        .isInstanceOfSatisfying(
            WrongSettings.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(WrongSettings.Fault::setting)
                    .containsExactlyInAnyOrder("clientId", "clientSecret"));
  }

  @Test
  void secretsAreKeptApartFromSettingsAndAnAddedConnectionWaitsToBeAuthorised() {
    hub.connect(Shop.settings("hook key"), Map.of());

    assertThat(hub.hub.stores.connections().find("acme", "shop").orElseThrow().settings())
        .containsOnlyKeys("clientId");
    assertThat(hub.health().state()).isEqualTo(State.REAUTHORISE);
    assertThat(hub.process.pull.next()).isFalse();
    assertThat(hub.events()).containsExactly("CONNECTION_ADDED");
  }

  @Test
  void whoComesBackWithACodeOpensTheConnectionOnce() {
    hub.connect(Shop.settings("hook key"), Map.of());
    URI address = hub.process.authorise.begin("acme", "shop", BACK, PullHub.ANNA);
    Map<String, String> back = Map.of("code", "the code", "state", state(address));
    assertThat(hub.process.authorise.complete(back)).isInstanceOf(Completed.Done.class);
    hub.drain();

    assertThat(hub.bodies("invoices")).hasSize(1);
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
    assertThat(hub.process.authorise.complete(back)).isInstanceOf(Completed.Unknown.class);
    assertThat(hub.events()).contains("CONNECTION_AUTHORISED");
  }

  @Test
  void whoSaysNoIsToldSoAndTheConnectionStaysShut() {
    hub.connect(Shop.settings("hook key"), Map.of());
    URI address = hub.process.authorise.begin("acme", "shop", BACK, PullHub.ANNA);
    Completed completed =
        hub.process.authorise.complete(
            Map.of("error", "access_denied<script>", "state", state(address)));

    assertThat(completed)
        .isInstanceOfSatisfying(
            Completed.Failed.class,
            failed -> assertThat(failed.sentence()).contains("access_denied").doesNotContain("<"));
    assertThat(hub.health().state()).isEqualTo(State.REAUTHORISE);
  }

  @Test
  void whoAwaitsAPersonIsKnownUntilTheyCameBack() {
    hub.connect(Shop.settings("hook key"), Map.of());
    String state = state(hub.process.authorise.begin("acme", "shop", BACK, PullHub.ANNA));
    assertThat(hub.process.authorise.awaited(state))
        .contains(new AuthoriseProgram.Awaited("acme", "shop", PullHub.ANNA.name()));
    hub.process.authorise.complete(Map.of("error", "no", "state", state));
    assertThat(hub.process.authorise.awaited(state)).isEmpty();
  }

  @Test
  void anotherAppIsAuthorisedAnewAndASecretThatIsNotGivenStays() {
    hub.connect(Shop.settings("hook key"), Shop.token());
    Map<String, String> change = new HashMap<>(Map.of("clientSecret", "another"));
    change.put("hookKey", "");
    hub.process.change.change("acme", "shop", change, PullHub.ANNA);

    assertThat(hub.hub.stores.programs().linked().find("acme", "shop").orElseThrow().access())
        .isEqualTo(Access.REAUTHORISE);
    assertThat(hub.hub.stores.programs().secrets().of("acme", "shop"))
        .containsEntry("hookKey", "hook key")
        .containsEntry("clientSecret", "another");
    assertThat(hub.events()).contains("CREDENTIALS_ROTATED");
  }

  private static String state(URI address) {
    Matcher state = STATE.matcher(address.toString());
    assertThat(state.find()).isTrue();
    return state.group(1);
  }
}
