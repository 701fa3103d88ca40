package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.effect.LookedUp;
import org.dunlin.connectors.program.effect.Reported;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * What a write-back makes of replies: which id its lookup finds in them, so that nothing is written
 * twice, what its preparation gives, and which id the answer confirms.
 */
final class AnswersExample {
  private final EffectCalls calls;

  private AnswersExample(EffectCalls calls) {
    this.calls = calls;
  }

  /**
   * The difference, with the program as it is for the settings of the example.
   *
   * @param known what the hub knows
   * @param answers replies, and what is made of each
   */
  static @Nullable String difference(Program program, String name, byte[] known, byte[] answers) {
    try {
      JsonNode about = Json.read(known);
      Map<String, String> settings = new HashMap<>();
      about
          .path("settings")
          .properties()
          .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
      Program variant = program.of(settings);
      Facts facts = ExampleFacts.of(variant.manifest());
      facts = ExampleFacts.with(facts, "settings.", about.path("settings"));
      for (Effect effect : variant.manifest().effects()) {
        if (effect.name().equals(name)) {
          String text = new String(known, StandardCharsets.UTF_8);
          EffectCalls calls =
              EffectCalls.of(variant, effect.capability(), text, facts).orElseThrow();
          return new AnswersExample(calls).difference(Json.read(answers));
        }
      }
      return "there is no effect " + name + " with these settings.";
    } catch (NotJson | IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private @Nullable String difference(JsonNode answers) {
    for (String kind : List.of("lookup", "prepare", "answer", "report")) {
      int place = 0;
      for (JsonNode each : answers.path(kind)) {
        place++;
        String difference =
            switch (kind) {
              case "lookup" -> lookup(each);
              case "prepare" -> prepare(each);
              case "report" -> report(each);
              case String answer -> answer(each);
            };
        if (difference != null) {
          return kind + " " + place + ": " + difference;
        }
      }
    }
    return null;
  }

  private @Nullable String lookup(JsonNode example) {
    LookedUp found = calls.found(reply(example)).orElse(null);
    if (found == null) {
      return "the lookup tells nothing of it, so that nothing would ever be sent.";
    }
    String wanted = text(example.path("found"));
    if (!Objects.equals(found.id(), wanted)) {
      return "found is " + found.id() + ", and " + wanted + " is expected.";
    }
    return example.has("gives") ? gives(found.gives(), example.path("gives")) : null;
  }

  private @Nullable String prepare(JsonNode example) {
    return gives(calls.prepared(reply(example)).orElse(Map.of()), example.path("gives"));
  }

  private @Nullable String answer(JsonNode example) {
    String refused = calls.undeliverable(reply(example)).orElse(null);
    String wantedRefused = text(example.path("undeliverable"));
    if (!Objects.equals(refused, wantedRefused)) {
      return "undeliverable is " + refused + ", and " + wantedRefused + " is expected.";
    }
    String confirmed = calls.confirms(reply(example)).orElse(null);
    String wanted = text(example.path("confirms"));
    if (!Objects.equals(confirmed, wanted)) {
      return "confirms is " + confirmed + ", and " + wanted + " is expected.";
    }
    return gives(calls.gives(reply(example)), example.path("gives"));
  }

  private @Nullable String report(JsonNode example) {
    Reported told = calls.reported(reply(example));
    String state = text(example.path("state"));
    String why = text(example.path("why"));
    return told.state().name().equals(state) && Objects.equals(told.why(), why)
        ? null
        : "it tells " + told + ", and " + state + (why == null ? "" : ", " + why) + " is expected.";
  }

  private static @Nullable String gives(Map<String, String> given, JsonNode wanted) {
    Map<String, String> expected = new TreeMap<>();
    wanted.properties().forEach(each -> expected.put(each.getKey(), each.getValue().asText()));
    return new TreeMap<>(given).equals(expected)
        ? null
        : "gives is " + given + ", and " + expected + " is expected.";
  }

  private static HttpReply reply(JsonNode example) {
    return new HttpReply(200, Map.of(), Json.write(example.path("reply")));
  }

  private static @Nullable String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }
}
