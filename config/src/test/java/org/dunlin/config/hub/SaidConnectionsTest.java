package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.NotSent;
import org.dunlin.routes.road.ReadKeys;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.link.Links;
import org.dunlin.work.offer.ApplyConnections;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of dunlin.yaml: applied at each start, with secrets that nobody sees. */
class SaidConnectionsTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop
      capabilities: [read.customers]
      base: https://shop.example/{settings.branch}
      settings:
        - {name: branch, label: Branch, type: text, required: true, pattern: "[a-z]+", example: main}
        - {name: apiKey, label: API key, type: secret, required: true}
        - {name: note, label: Note, type: text}
      authorisation: {kind: bearer, token: "{settings.apiKey}"}
      streams:
        customers:
          gives: [read.customers]
          every: PT1H
          request: {path: /customers}
          records: .customers
          key: .id
          paging: {kind: none}
          mapping: customers.jslt
      """;
  private static final String SAID =
      """
      dunlin:
        companies:
          - id: acme
            name: Acme B.V.
            country: NL
            reply-to: ar@acme.example
            connections:
              books:
                program: shop
                settings:
                  branch: main
                  apiKey: ${SHOP_KEY}
      """;

  private static final String ROAD =
      SAID.replace("program: shop", "program: sftp")
              .replace("branch: main", "host: sftp.bank.example")
              .replace("apiKey: ${SHOP_KEY}", "password: ${SHOP_KEY}")
          + """
                      user: acme
                      hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
          """;

  @TempDir private Path folder;
  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);
  private final Programs programs = new Programs(() -> List.of(shop()));
  private final ChangeProgram changes =
      new ChangeProgram(
          stores,
          new Links(stores, programs, Clock.systemUTC()),
          (line, call) -> {
            throw new NotSent("Nobody is asked here.");
          },
          false);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aConnectionIsThereWithItsPlaceAndItsSecretSealed() throws IOException {
    apply(SAID, "first-key");

    assertThat(settings()).isEqualTo(Map.of("branch", "main"));
    assertThat(stores.programs().secrets().of("acme", "books"))
        .containsEntry("apiKey", "first-key");
    assertThat(FixedConnection.of(stores, "acme", "books"))
        .contains(new FixedConnection("dunlin.yaml, line 9", Set.of("branch", "apiKey")));
    assertThat(stores.origins().of("acme").get("connection/books"))
        .extracting(SettingOrigin::said)
        .isEqualTo("apiKey,branch");
  }

  @Test
  void theSameFileAgainWritesNothing() throws IOException {
    apply(SAID, "first-key");
    int before = entries();
    apply(SAID, "first-key");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void anotherSecretIsRotatedAndWhatPeopleSaidOfOtherSettingsStays() throws IOException {
    apply(SAID, "first-key");
    changes.change("acme", "books", Map.of("note", "ours"), Author.onPage("admin"));
    apply(SAID, "second-key");

    assertThat(stores.programs().secrets().of("acme", "books"))
        .containsEntry("apiKey", "second-key");
    assertThat(settings()).containsEntry("note", "ours").containsEntry("branch", "main");
  }

  @Test
  void aConnectionThatTheFileNamesNoMoreStaysAndIsForPeople() throws IOException {
    apply(SAID, "first-key");
    apply(SAID.substring(0, SAID.indexOf("      connections")), "first-key");

    assertThat(settings()).containsEntry("branch", "main");
    assertThat(FixedConnection.of(stores, "acme", "books")).isEmpty();
  }

  @Test
  void wrongSettingsStopTheStartWithTheirPlaceAndWithoutTheSecret() {
    assertThatThrownBy(() -> apply(SAID.replace("branch: main", "branch: 7"), "first-key"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("Connection acme/books (dunlin.yaml, line 9) cannot be used:")
        .hasMessageContaining("branch: Branch does not have its form, as in main.")
        .hasMessageNotContaining("first-key");
    assertThatThrownBy(() -> apply(SAID.replace("program: shop", "program: nothing"), "k"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("The hub knows no program nothing");
  }

  @Test
  void aVariableThatIsNotSetIsNoSecret() throws IOException {
    apply(SAID, "first-key");
    assertThatThrownBy(() -> apply(SAID.replace("SHOP_KEY", "OTHER_KEY"), "first-key"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("the variable OTHER_KEY of its setting apiKey is not set");
    assertThat(stores.programs().secrets().of("acme", "books"))
        .containsEntry("apiKey", "first-key");
  }

  @Test
  void aRoadIsThereAsAProgramIsAndItsSecretIsSealed() throws IOException {
    apply(ROAD, "first-password");
    apply(ROAD, "second-password");

    assertThat(settings()).containsEntry("host", "sftp.bank.example");
    assertThat(settings()).doesNotContainKey("password");
    assertThat(stores.programs().secrets().of("acme", "books"))
        .containsEntry("password", "second-password");
    assertThat(FixedConnection.of(stores, "acme", "books").orElseThrow().place())
        .isEqualTo("dunlin.yaml, line 9");
    assertThatThrownBy(() -> apply(ROAD.replace("hostKey: SHA", "hostKey: MD"), "key"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("hostKey: This is no host key");
  }

  @Test
  void aConnectionAndAFolderDoNotShareAName() {
    String both = SAID + "      folders: {books: /srv/acme}\n";
    assertThatThrownBy(() -> apply(both, "first-key"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("books among its folders and among its connections");
  }

  private Map<String, String> settings() {
    return stores.connections().find("acme", "books").orElseThrow().settings();
  }

  private int entries() {
    return stores.journal().newest("acme", 100).size();
  }

  private void apply(String yaml, String key) throws IOException {
    WrittenSettings written = new WrittenSettings(folder, yaml, Map.of("SHOP_KEY", key));
    List<CompanySettings> companies = written.settings().companies();
    new SaidCompanies(companies, written.environment())
        .apply(
            new ApplySettings(
                stores,
                new SwitchMode(
                    stores,
                    new Decisions(stores, Abilities.NONE),
                    new RollOut(stores, new MailSender("")))));
    new SaidConnections(companies, written.environment())
        .apply(new ApplyConnections(stores, new ChangeConnection(stores, changes, new ReadKeys())));
  }

  private static Folder shop() {
    return new Folder(
        "shop",
        Map.of(
            "program.yaml",
            MANIFEST.getBytes(StandardCharsets.UTF_8),
            "customers.jslt",
            "{\"type\": \"customer\", \"id\": .id, \"name\": .name}"
                .getBytes(StandardCharsets.UTF_8)));
  }
}
