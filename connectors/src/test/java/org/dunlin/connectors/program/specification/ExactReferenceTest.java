package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.specification.AskedRequests.Asked;
import org.dunlin.connectors.program.specification.ExactReference.Entity;
import org.dunlin.connectors.program.specification.ExactReference.Property;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the folder of Exact Online asks, reads and writes, against Exact's own reference. */
class ExactReferenceTest {
  private static final Pattern READ = Pattern.compile("\\.([A-Z]\\w*)");
  private static final Pattern COMPARED =
      Pattern.compile("\\(?(\\w+) (?:eq|ne|lt|le|gt|ge) ([\\w']+(?:[^']*')?)\\)?");

  /** The page from which a person loads an attachment is documented, but no resource. */
  private static final Set<String> NO_RESOURCE = Set.of("/docs/SysAttachment.aspx");

  private static ExactReference reference;

  private final CarriedFolder folder =
      CarriedFolder.of("exact-online", "00000001-1111-4222-8333-000000000001", Map.of())
          .knowing(Map.of("cursor", "2001", "invoices", "26700042"));
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void read() {
    reference =
        ExactReference.read(
            SpecificationsTest.file("exact-online/rest-api-meta-data-2022-06-02.json"));
  }

  @Test
  void everyResourceAndPropertyThatIsAskedForExists() {
    for (Asked asked : AskedRequests.of(folder)) {
      String path = asked.call().address().getPath();
      if (!NO_RESOURCE.contains(path)) {
        reference
            .at(path)
            .ifPresentOrElse(
                entity -> asked(asked, entity),
                () -> faults.add(asked.purpose() + ": no resource " + path));
      }
    }
    assertThat(faults).isEmpty();
  }

  private void asked(Asked asked, Entity entity) {
    HttpCall call = asked.call();
    if (!entity.knows(call.method())) {
      faults.add(asked.purpose() + ": " + call.method() + " is not supported");
    }
    Map<String, String> query = query(call);
    names(query.get("$select"), entity, asked);
    names(query.get("$orderby"), entity, asked);
    names(query.get("$expand"), entity, asked);
    String filter = query.getOrDefault("$filter", "");
    for (String part : filter.split(" and | or ")) {
      compared(part, entity, asked);
    }
    if (call.body().length > 0) {
      written(Json.read(call.body()), entity, asked);
    }
  }

  private void names(@Nullable String list, Entity entity, Asked asked) {
    for (String name : list == null ? new String[0] : list.split(",")) {
      if (!entity.properties().containsKey(name)) {
        faults.add(asked.purpose() + ": no property " + name);
      }
    }
  }

  private void compared(String part, Entity entity, Asked asked) {
    var comparison = COMPARED.matcher(part);
    if (part.isEmpty()) {
      return;
    }
    if (!comparison.matches()) {
      faults.add(asked.purpose() + ": what is compared in " + part);
      return;
    }
    Property property = entity.properties().get(comparison.group(1));
    if (property == null || !ExactReference.isCompared(property.type(), comparison.group(2))) {
      faults.add(asked.purpose() + ": " + part + " compares with " + property);
    }
  }

  private void written(JsonNode body, Entity entity, Asked asked) {
    body.properties()
        .forEach(
            each -> {
              Property property = entity.properties().get(each.getKey());
              if (property == null || !property.methods().path("post").asBoolean()) {
                faults.add(asked.purpose() + ": " + each.getKey() + " cannot be written");
              } else if (each.getValue().isArray()) {
                Optional<Entity> lines = reference.listed(property.type());
                each.getValue().forEach(line -> written(line, lines.orElseThrow(), asked));
              } else if (!ExactReference.isSent(property.type(), each.getValue())) {
                faults.add(asked.purpose() + ": " + each + " is no " + property.type());
              }
            });
  }

  @Test
  void everyExampleHasThePropertiesThatWereAskedForWithTheirTypes() {
    for (Stream stream : folder.program().manifest().streams()) {
      for (CarriedFolder.Example example : folder.cases(stream.name())) {
        boolean fetched = example.name().endsWith(".fetched.json");
        HttpCall call = AskedRequests.answered(folder, stream, fetched);
        Entity entity = reference.at(call.address().getPath()).orElseThrow();
        Set<String> asked = selected(call);
        for (JsonNode row : Json.read(example.content()).at("/d/results")) {
          row.properties()
              .forEach(
                  each -> {
                    Property property = entity.properties().get(each.getKey());
                    if (property == null
                        || !ExactReference.isAnswered(property.type(), each.getValue())) {
                      faults.add(example.name() + ": " + each + " is no " + property);
                    }
                    if (!asked.contains(each.getKey())) {
                      faults.add(example.name() + ": " + each.getKey() + " is not asked for");
                    }
                  });
        }
      }
    }
    assertThat(new TreeSet<>(faults)).isEmpty();
  }

  @Test
  void everyPropertyThatIsReadIsAskedFor() {
    for (Stream stream : folder.program().manifest().streams()) {
      Set<String> read = new TreeSet<>();
      if (stream.mapping() != null) {
        read.addAll(read(folder.mapping(stream.mapping())));
      }
      read.addAll(read(stream.key().toString()));
      if (stream.version() != null) {
        read.addAll(read(stream.version().toString()));
      }
      stream.fetched().ifPresent(fetch -> missing(stream, true, read));
      if (stream.request() != null) {
        read.addAll(read(stream.records().toString()));
        missing(stream, false, read);
      }
    }
    assertThat(faults).isEmpty();
  }

  private void missing(Stream stream, boolean fetched, Set<String> read) {
    Set<String> asked = selected(AskedRequests.answered(folder, stream, fetched));
    read.stream()
        .filter(name -> !asked.contains(name))
        .forEach(
            name ->
                faults.add(stream.name() + (fetched ? ", fetched: " : ": ") + name + " is read"));
  }

  private static List<String> read(String expression) {
    return READ.matcher(expression).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static Set<String> selected(HttpCall call) {
    return Set.of(query(call).getOrDefault("$select", "").split(","));
  }

  private static Map<String, String> query(HttpCall call) {
    Map<String, String> query = new HashMap<>();
    String raw = call.address().getRawQuery();
    if (raw != null) {
      Form.fields(raw).forEach(field -> query.put(field.name(), field.value()));
    }
    return query;
  }
}
