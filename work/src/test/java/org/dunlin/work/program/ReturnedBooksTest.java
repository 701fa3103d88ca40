package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.program.AuthoriseProgram.Completed;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person comes back from a program, which says which of its books they opened. */
class ReturnedBooksTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      capabilities: [read.invoices]
      base: https://api.shop.example
      settings:
        - {name: realm, label: Company, type: text, books: true}
        - {name: division, label: Division, type: text}
      authorisation:
        kind: oauth2
        grant: authorisation-code
        authorise: https://api.shop.example/authorise
        token: https://api.shop.example/token
        client: body
        pkce: false
        returned: {realm: realmId}
        identify:
          request: {path: /divisions}
          choose: '[for (.divisions) {"value": .id, "label": .id}]'
          setting: division
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: "/{settings.realm}/{settings.division}/invoices"}
          records: .invoices
          key: .id
          paging: {kind: none}
          mapping: invoices.jslt
      """;
  private static final Map<String, String> APP = Map.of("clientId", "app", "clientSecret", "s");

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(MANIFEST, Map.of("invoices.jslt", "null"), vendor);
  private String divisions = "{\"divisions\":[{\"id\":\"7\"}]}";

  @BeforeEach
  void connect() {
    vendor.answers(this::answer);
    hub.connect(APP, Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private HttpReply answer(HttpCall call) {
    return switch (call.address().getPath()) {
      case "/token" -> reply(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\"}");
      case "/divisions" -> reply(200, divisions);
      default -> reply(200, "{\"invoices\":[{\"id\":\"1\"}]}");
    };
  }

  @Test
  void whoOpensOtherBooksLaterIsRefusedBeforeTheProgramIsAskedForTheirToken() {
    assertThat(back("1")).isInstanceOf(Completed.Done.class);
    hub.drain();
    long asked = exchanges();

    assertThat(back("2"))
        .isInstanceOfSatisfying(
            Completed.Failed.class,
            failed -> assertThat(failed.sentence()).contains("add a new connection"));
    assertThat(exchanges()).isEqualTo(asked);
    assertThat(hub.hub.stores.connections().find("acme", "shop").orElseThrow().settings())
        .containsEntry("realm", "1");
    assertThat(back("1")).isInstanceOf(Completed.Done.class);
  }

  @Test
  void anAnswerThatListsNothingThatCanBeReadIsTold() {
    divisions = "<html>We are back soon</html>";
    assertThat(back("1"))
        .isInstanceOfSatisfying(
            Completed.Failed.class,
            failed -> assertThat(failed.sentence()).startsWith("The access is permitted, but"));
  }

  private long exchanges() {
    return vendor.paths(path -> path.contains("/token")).size();
  }

  private Completed back(String realm) {
    String address =
        hub.process
            .authorise
            .begin("acme", "shop", "https://hub.example/back", PullHub.ANNA)
            .toString();
    String state = address.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    return hub.process.authorise.complete(Map.of("code", "c", "state", state, "realmId", realm));
  }
}
