package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.HashMap;
import java.util.Map;
import org.dunlin.store.program.Access;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be changed of a connection to a program on a server of one's own, and what follows. */
class ChangedSettingsTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      capabilities: [read.invoices]
      base: "{settings.address}/api"
      settings:
        - {name: address, label: Address, type: url, required: true}
        - {name: signIn, label: Sign in with, type: choice, choices: [app, token], default: app}
        - {name: token, label: Token, type: secret, required: {by: signIn, token: true}}
        - {name: company, label: Company, type: number, default: "1", books: true}
        - {name: name, label: Name, type: text, pattern: ".*.*.*.*.*.*.*="}
      authorisation:
        by: signIn
        app:
          kind: oauth2
          grant: authorisation-code
          authorise: "{settings.address}/authorise"
          token: "{settings.address}/token"
          client: body
        token: {kind: bearer, token: "{settings.token}"}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: "/{settings.company|number}/invoices"}
          records: .invoices
          key: .id
          paging: {kind: none}
          mapping: invoices.jslt
      """;

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(MANIFEST, Map.of("invoices.jslt", "null"), vendor);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsSaidAgainJustSoChangesNothing() {
    hub.connect(app(), Map.of("access", "a", "refresh", "r"));
    change(app());
    assertThat(access()).isEqualTo(Access.AUTHORISED);
    assertThat(hub.hub.stores.programs().tokens().find("acme", "shop")).isPresent();
    assertThat(hub.events()).doesNotContain("CREDENTIALS_ROTATED", "CONNECTION_CHANGED");
  }

  @Test
  void theSameTokenOpensAgainWhatTheProgramHadShut() {
    hub.connect(token(), Map.of());
    shut();
    change(Map.of("token", "t-1"));
    assertThat(access()).isEqualTo(Access.AUTHORISED);
    assertThat(hub.events()).doesNotContain("CREDENTIALS_ROTATED");
  }

  @Test
  void secretsThatAreKeptGoToNoOtherAddress() {
    hub.connect(token(), Map.of());
    refused(Map.of("address", "https://elsewhere.example"), "token");
    change(Map.of("address", "https://elsewhere.example", "token", "t-1"));
    assertThat(settings()).containsEntry("address", "https://elsewhere.example");
  }

  @Test
  void anAddressThatChangesEndsThePermissionThatWasGivenForTheOther() {
    hub.connect(app(), Map.of("access", "a", "refresh", "r"));
    Map<String, String> moved = new HashMap<>(app());
    moved.put("address", "https://elsewhere.example");
    change(moved);
    assertThat(access()).isEqualTo(Access.REAUTHORISE);
    assertThat(hub.hub.stores.programs().tokens().find("acme", "shop").orElseThrow().values())
        .isEmpty();
  }

  @Test
  void fromAPermissionToATokenTheConnectionIsOpen() {
    hub.connect(app(), Map.of("access", "a", "refresh", "r"));
    change(Map.of("signIn", "token", "token", "t-1", "clientId", ""));
    assertThat(access()).isEqualTo(Access.AUTHORISED);
    assertThat(hub.hub.stores.programs().tokens().find("acme", "shop").orElseThrow().values())
        .isEmpty();
  }

  @Test
  void fromATokenToAPermissionSomebodyIsAsked() {
    hub.connect(token(), Map.of());
    change(Map.of("signIn", "", "clientId", "app", "clientSecret", "s"));
    assertThat(access()).isEqualTo(Access.NEW);
  }

  @Test
  void otherBooksAreRefusedOnceSomethingWasReadAndNotBefore() {
    hub.connect(token(), Map.of());
    change(Map.of("company", "2"));
    vendor.answers(call -> reply(200, "{\"invoices\":[{\"id\":\"1\"}]}"));
    hub.drain();

    refused(Map.of("company", "3"), "company");
    refused(Map.of("company", ""), "company");
    change(Map.of("company", "2", "name", ""));
    assertThat(settings()).containsEntry("company", "2");
  }

  @Test
  void aNumberThatWouldTakeForEverToWriteOutIsNone() {
    hub.connect(token(), Map.of());
    refused(Map.of("company", "1e1000000000"), "company");
  }

  @Test
  void aPatternThatWouldLookForEverDoesNotFit() {
    hub.connect(token(), Map.of());
    refused(Map.of("name", "a".repeat(4000)), "name");
  }

  @Test
  void whatTwoPeopleChangeAtTheSameTimeIsBothKept() throws Exception {
    hub.connect(token(), Map.of());
    Thread changing = Thread.ofPlatform().unstarted(() -> change(Map.of("name", "n=")));
    hub.hub
        .stores
        .transactions()
        .run(
            () -> {
              change(Map.of("company", "2"));
              changing.start();
              untilItWaits(changing);
            });
    changing.join();
    assertThat(settings()).containsEntry("company", "2").containsEntry("name", "n=");
  }

  /** Waits until the other thread waits for what this transaction holds. */
  private void untilItWaits(Thread changing) {
    while (changing.isAlive() && waiting() == 0) {
      Thread.onSpinWait();
    }
  }

  private long waiting() {
    return hub.hub
        .jdbc()
        .sql("select count(*) from pg_locks where not granted")
        .query(Long.class)
        .single();
  }

  private void refused(Map<String, String> given, String setting) {
    assertThatThrownBy(() -> change(given))
        .isInstanceOfSatisfying(
            WrongSettings.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(WrongSettings.Fault::setting)
                    .containsExactly(setting));
  }

  private void change(Map<String, String> given) {
    hub.process.change.change("acme", "shop", given, PullHub.ANNA);
  }

  private void shut() {
    hub.hub
        .stores
        .transactions()
        .run(
            () ->
                hub.hub
                    .stores
                    .programs()
                    .linked()
                    .setAccess("acme", "shop", Access.REAUTHORISE, "It refuses the token."));
  }

  private Access access() {
    return hub.hub.stores.programs().linked().find("acme", "shop").orElseThrow().access();
  }

  private Map<String, String> settings() {
    return hub.hub.stores.connections().find("acme", "shop").orElseThrow().settings();
  }

  private static Map<String, String> app() {
    return Map.of("address", "https://shop.example", "clientId", "app", "clientSecret", "s");
  }

  private static Map<String, String> token() {
    return Map.of("address", "https://shop.example", "signIn", "token", "token", "t-1");
  }
}
