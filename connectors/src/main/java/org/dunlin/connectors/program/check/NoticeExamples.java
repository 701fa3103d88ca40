package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.hook.HookCall;
import org.dunlin.connectors.program.hook.HookVerdict;
import org.dunlin.connectors.program.hook.Hooks;
import org.dunlin.connectors.program.hook.Notice;
import org.dunlin.connectors.program.pull.Wanted;
import org.jspecify.annotations.Nullable;

/** The examples of notices of one folder: calls as they came, and what they must lead to. */
public final class NoticeExamples {
  private static final String FOLDER = "examples/webhook/";

  private NoticeExamples() {}

  /** Tries them all, in the order of their names. */
  public static List<ExampleOutcome> tried(Folder folder, Program program) {
    List<ExampleOutcome> outcomes = new ArrayList<>();
    new TreeMap<>(folder.files())
        .forEach(
            (path, content) -> {
              if (path.startsWith(FOLDER) && path.endsWith(".json")) {
                outcomes.add(new ExampleOutcome(path, difference(program, content)));
              }
            });
    return outcomes;
  }

  private static @Nullable String difference(Program program, byte[] content) {
    try {
      JsonNode example = Json.read(content);
      Map<String, String> settings = new HashMap<>();
      for (var each : example.path("settings").properties()) {
        settings.put(each.getKey(), each.getValue().asText());
      }
      Program variant = program.of(settings);
      Hooks hooks = Hooks.of(variant).orElse(null);
      return hooks == null
          ? "the program has no section webhooks."
          : compared(example, hooks.read(call(example), facts(variant, example), now(example)));
    } catch (NotJson | DateTimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static @Nullable String compared(JsonNode example, HookVerdict verdict) {
    boolean wrong = example.path("wrong").asBoolean();
    return switch (verdict) {
      case HookVerdict.Wrong found -> wrong ? null : "it is refused: " + found.sentence();
      case HookVerdict.Unreadable found -> found.sentence();
      case HookVerdict.Handshake found ->
          example.path("handshake").asBoolean() ? null : "it is taken for a handshake.";
      case HookVerdict.Notices found ->
          wrong ? "it is taken for genuine." : different(example, found.notices());
    };
  }

  private static @Nullable String different(JsonNode example, List<Notice> notices) {
    JsonNode wants = wants(notices);
    JsonNode expected = example.path("wants");
    if (!SameJson.same(wants, expected)) {
      return "wants is " + wants + ", and " + expected + " is expected.";
    }
    JsonNode event = example.path("event");
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    notices.forEach(notice -> events.add(notice.eventId()));
    boolean same =
        event.isMissingNode()
            || SameJson.same(events, event)
            || (events.size() == 1 && SameJson.same(events.get(0), event));
    return same ? null : "event is " + events + ", and " + event + " is expected.";
  }

  /**
   * What all notices of the call want, each once; what goes along only where there is something.
   */
  private static ArrayNode wants(List<Notice> notices) {
    ArrayNode wants = JsonNodeFactory.instance.arrayNode();
    notices.stream()
        .flatMap(notice -> notice.wanted().stream())
        .distinct()
        .forEach(each -> wants.add(want(each)));
    return wants;
  }

  private static ObjectNode want(Wanted wanted) {
    ObjectNode want = JsonNodeFactory.instance.objectNode();
    want.put("stream", wanted.stream()).put("key", wanted.key());
    if (!wanted.with().isEmpty()) {
      ObjectNode with = want.putObject("with");
      new TreeMap<>(wanted.with()).forEach(with::put);
    }
    return want;
  }

  private static HookCall call(JsonNode example) {
    Map<String, List<String>> headers = new HashMap<>();
    for (var header : example.path("headers").properties()) {
      List<String> values = new ArrayList<>();
      if (header.getValue().isArray()) {
        header.getValue().forEach(value -> values.add(value.asText()));
      } else {
        values.add(header.getValue().asText());
      }
      headers.put(header.getKey(), values);
    }
    return new HookCall(headers, example.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }

  private static Facts facts(Program program, JsonNode example) {
    Facts facts = ExampleFacts.of(program.manifest());
    for (var given : example.path("settings").properties()) {
      boolean secret =
          program.manifest().setting(given.getKey()).map(Setting::secret).orElse(false);
      String name = "settings." + given.getKey();
      String value = given.getValue().asText();
      facts = secret ? facts.withSecret(name, value) : facts.with(name, value);
    }
    for (var known : example.path("hook").properties()) {
      facts = facts.withSecret("hook." + known.getKey(), known.getValue().asText());
    }
    return facts;
  }

  private static Instant now(JsonNode example) {
    return example.path("now").isTextual()
        ? Instant.parse(example.path("now").textValue())
        : Instant.EPOCH;
  }
}
