package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Documents;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Lookup;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Value;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/** Every request that a folder asks of its program, with values in its places. */
final class AskedRequests {
  private final CarriedFolder folder;
  private final Program program;
  private Facts facts;
  private final List<Asked> asked = new ArrayList<>();

  /** A request, and what it is for. */
  record Asked(String purpose, HttpCall call) {}

  private AskedRequests(CarriedFolder folder) {
    this.folder = folder;
    this.program = folder.program();
    this.facts = facts(folder);
  }

  static List<Asked> of(CarriedFolder folder) {
    AskedRequests requests = new AskedRequests(folder);
    Manifest manifest = folder.program().manifest();
    requests.signIn(manifest.authorisation());
    manifest.streams().forEach(requests::stream);
    manifest.effects().forEach(requests::effect);
    requests.notices();
    return requests.asked;
  }

  /** The request to which an example of a stream is the answer. */
  static HttpCall answered(CarriedFolder folder, Stream stream, boolean fetched) {
    RequestTemplate request = fetched ? stream.fetched().orElseThrow().request() : stream.request();
    return folder
        .program()
        .call(Optional.ofNullable(request).orElseThrow(), keyed(folder, stream, facts(folder)));
  }

  /** The request to which a reply to an effect is the answer. */
  static HttpCall answered(CarriedFolder folder, Effect effect, CarriedFolder.Answered answered) {
    Facts known = facts(folder).without("key").without("today").about(Json.read(answered.about()));
    return folder.program().call(effect.request(), known);
  }

  private static Facts keyed(CarriedFolder folder, Stream stream, Facts facts) {
    return facts.with("key", folder.known().getOrDefault(stream.name(), folder.id()));
  }

  private void signIn(Authorisation authorisation) {
    if (authorisation instanceof Authorisation.Session session) {
      add("sign-in", session.request());
    }
    if (authorisation instanceof Authorisation.OAuth2 oauth && oauth.identify() != null) {
      add("identification", oauth.identify().request());
    }
  }

  private void stream(Stream stream) {
    facts = keyed(folder, stream, facts);
    add(stream.name(), stream.request());
    stream.swept().ifPresent(sweep -> add(stream.name() + ", swept", sweep.request()));
    stream.fetched().ifPresent(fetch -> add(stream.name() + ", fetched", fetch.request()));
    Documents documents = stream.documents();
    if (documents != null) {
      lookup(stream.name() + ", document looked up", documents.lookup());
      lookup(stream.name() + ", document prepared", documents.prepare());
      if (documents.hosts().isEmpty()) {
        add(stream.name() + ", document", documents.request());
      }
    }
  }

  private void lookup(String purpose, @Nullable Lookup lookup) {
    if (lookup != null) {
      add(purpose, lookup.request());
    }
  }

  private void effect(Effect effect) {
    for (CarriedFolder.Example example : folder.cases(effect.name())) {
      JsonNode about = Json.read(example.content());
      Facts known = facts.without("key").without("today").about(about);
      if (effect.when() == null || effect.when().fits(about, known)) {
        asked.add(new Asked(example.name(), program.call(effect.request(), known)));
        for (Lookup before : Arrays.asList(effect.lookup(), effect.prepare())) {
          if (before != null) {
            asked.add(new Asked(example.name(), program.call(before.request(), known)));
          }
        }
      }
    }
  }

  private void notices() {
    var webhooks = program.manifest().webhooks();
    if (webhooks != null && webhooks.subscribe() != null) {
      add("subscription", webhooks.subscribe().request());
      add("subscription removed", webhooks.subscribe().remove());
      if (webhooks.subscribe().lookup() != null) {
        add("subscriptions looked up", webhooks.subscribe().lookup().request());
      }
    }
  }

  private void add(String purpose, @Nullable RequestTemplate request) {
    if (request != null) {
      asked.add(new Asked(purpose, program.call(request, facts)));
    }
  }

  private static Facts facts(CarriedFolder folder) {
    String id = folder.id();
    Facts facts =
        Facts.NONE
            .with("company.currency", "EUR")
            .with("today", Value.of(LocalDate.of(2026, 11, 26)))
            .with("now", Value.of(Instant.parse("2026-11-26T10:00:00Z")))
            .with("cursor", Value.of(Instant.parse("2026-11-20T09:15:00Z")))
            .with("page.number", Value.of(1))
            .with("page.offset", Value.of(100))
            .with("page.size", Value.of(100))
            .with("page.token", "token-of-a-page")
            .with("key", id)
            .with("hook.url", "https://hub.example.com/hook")
            .with("hook.id", id)
            .with("session.uid", "2")
            .with("each", "invoice.created");
    if (folder.known().containsKey("cursor")) {
      facts = facts.with("cursor", folder.known().get("cursor"));
    }
    for (String before : List.of("file", "document", "attachment", "token", "wizard")) {
      facts = facts.with("lookup." + before, id).with("prepare." + before, id);
    }
    for (Setting setting : folder.program().manifest().settings()) {
      String chosen = folder.settings().get(setting.name());
      String usual = setting.initial() != null ? setting.initial() : setting.example();
      String value = chosen != null ? chosen : usual;
      if (value == null && setting.type() == SettingType.SECRET) {
        value = "a secret";
      }
      if (value != null) {
        facts = facts.with("settings." + setting.name(), setting.value(value));
      }
    }
    return facts;
  }
}
