package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Value;
import org.dunlin.core.port.HttpCall;

/** Every request that a folder asks of its program, with values in its places. */
final class AskedRequests {
  private final CarriedFolder folder;
  private final Program program;
  private final Facts facts;
  private final List<Asked> asked = new ArrayList<>();

  /** A request, and what it is for. */
  record Asked(String purpose, HttpCall call) {}

  private AskedRequests(CarriedFolder folder) {
    this.folder = folder;
    this.program = folder.program();
    this.facts = facts(program.manifest());
  }

  static List<Asked> of(CarriedFolder folder) {
    AskedRequests requests = new AskedRequests(folder);
    Manifest manifest = folder.program().manifest();
    manifest.streams().forEach(requests::stream);
    manifest.effects().forEach(requests::effect);
    requests.notices();
    return requests.asked;
  }

  /** The request to which an example of a stream is the answer. */
  static HttpCall answered(Program program, Stream stream, boolean fetched) {
    RequestTemplate request = fetched ? stream.fetched().orElseThrow().request() : stream.request();
    return program.call(Optional.ofNullable(request).orElseThrow(), facts(program.manifest()));
  }

  private void stream(Stream stream) {
    add(stream.name(), stream.request());
    stream.swept().ifPresent(sweep -> add(stream.name() + ", swept", sweep.request()));
    stream.fetched().ifPresent(fetch -> add(stream.name() + ", fetched", fetch.request()));
    if (stream.documents() != null && stream.documents().lookup() != null) {
      add(stream.name() + ", document looked up", stream.documents().lookup().request());
    }
    if (stream.documents() != null && stream.documents().hosts().isEmpty()) {
      add(stream.name() + ", document", stream.documents().request());
    }
  }

  private void effect(Effect effect) {
    for (CarriedFolder.Example example : folder.cases(effect.name())) {
      JsonNode about = Json.read(example.content());
      Facts known = facts.about(about);
      if (effect.when() == null || effect.when().fits(about, known)) {
        asked.add(new Asked(example.name(), program.call(effect.request(), known)));
        if (effect.lookup() != null) {
          asked.add(new Asked(example.name(), program.call(effect.lookup().request(), known)));
        }
      }
    }
  }

  private void notices() {
    var webhooks = program.manifest().webhooks();
    if (webhooks != null && webhooks.subscribe() != null) {
      add("subscription", webhooks.subscribe().request());
      add("subscription removed", webhooks.subscribe().remove());
    }
  }

  private void add(String purpose, RequestTemplate request) {
    if (request != null) {
      asked.add(new Asked(purpose, program.call(request, facts)));
    }
  }

  private static Facts facts(Manifest manifest) {
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
            .with("key", "6f0c1d7e-2b7a-4f7e-9a53-000000000042")
            .with("lookup.file", "6f0c1d7e-2b7a-4f7e-9a53-000000000043")
            .with("hook.url", "https://hub.example.com/hook")
            .with("hook.id", "6f0c1d7e-2b7a-4f7e-9a53-000000000044")
            .with("each", "invoice.created");
    for (Setting setting : manifest.settings()) {
      String value = setting.initial() != null ? setting.initial() : setting.example();
      if (value != null) {
        facts = facts.with("settings." + setting.name(), setting.value(value));
      }
    }
    return facts;
  }
}
