package org.dunlin.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The published schema says what the reader takes and what the writer writes. */
class CanonicalSchemaTest {
  static final List<String> LINES = CanonicalExamplesTest.LINES;

  private static final Path PUBLISHED = Path.of("..", "docs", "canonical.schema.json");
  private static final String RENEW =
      "mvn -pl core -Dtest=CanonicalSchemaTest -Ddunlin.schema=renew test";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              CanonicalSchema.text(),
              SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

  @Test
  void thePublishedSchemaIsTheOneThatTheReadersGive() throws IOException {
    if ("renew".equals(System.getProperty("dunlin.schema"))) {
      Files.writeString(PUBLISHED, CanonicalSchema.text());
    }
    assertThat(Files.readString(PUBLISHED))
        .as("docs/canonical.schema.json is not up to date; renew it with: " + RENEW)
        .isEqualTo(CanonicalSchema.text());
  }

  @Test
  void theSchemaItselfFollowsItsStandard() {
    JsonSchema standard =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(standard.validate(CanonicalSchema.text(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theLineThatNamesTheFormIsOfTheForm() {
    assertThat(errors("{\"type\":\"dunlin\",\"version\":1}")).isEmpty();
    assertThat(errors("{\"type\":\"dunlin\",\"version\":2}")).isNotEmpty();
    assertThat(errors("{\"type\":\"dunlin\"}")).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void everyExampleIsOfTheForm(String line) {
    assertThat(errors(line)).isEmpty();
    assertThat(errors(line.replaceFirst("\\{", "{\"x-note\":[1,{}],"))).isEmpty();
  }

  @Property(tries = 1000)
  void whateverIsWrittenIsOfTheForm(
      @ForAll long seed, @ForAll @IntRange(max = AnyRecord.TYPES - 1) int type) {
    assertThat(errors(CanonicalWriter.line(new AnyRecord(seed).ofType(type)))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void aLineWithoutAFieldIsOfTheFormExactlyWhenTheReaderTakesIt(String line) {
    everywhere(line, (object, name) -> object.remove(name));
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void aLineWithAFieldThatNobodyKnowsIsNotOfTheForm(String line) {
    everywhere(line, (object, name) -> object.put(name + "Too", "1"));
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void aLineWithAValueOfAnotherTypeIsOfTheFormExactlyWhenTheReaderTakesIt(String line) {
    everywhere(line, (object, name) -> object.put(name, 7));
    everywhere(line, (object, name) -> object.put(name, true));
    everywhere(line, (object, name) -> object.put(name, " "));
    everywhere(line, (object, name) -> object.putObject(name));
    everywhere(line, (object, name) -> object.putArray(name).add(7));
  }

  @Test
  void whatIsNoObjectOrOfNoTypeIsNotOfTheForm() {
    for (String line : List.of("[]", "7", "{}", "{\"type\":\"bill\"}", "{\"type\":7}")) {
      assertThat(errors(line)).as(line).isNotEmpty();
    }
  }

  @Test
  void aTextOutsideItsWordsAndDecimalsThatAreNoneAreNotOfTheForm() {
    String invoice = LINES.get(2);
    for (Map.Entry<String, String> change :
        Map.of(
                "\"OPEN\"", "\"open\"",
                "\"EUR\"", "\"EURO\"",
                "\"total\":\"1210.00\"", "\"total\":\"1,210.00\"",
                "\"outstanding\":\"1210.00\"", "\"outstanding\":\"-1.00\"",
                "\"2026-11-01\"", "\"2026-02-30\"",
                "08:00:00Z", "08:00:00+01:00")
            .entrySet()) {
      String wrong = invoice.replace(change.getKey(), change.getValue());
      assertThat(wrong).isNotEqualTo(invoice);
      assertThat(errors(wrong)).as(change.getValue()).isNotEmpty();
    }
  }

  /** Changes every field of the line, one after the other, and asks both what they think. */
  private static void everywhere(String line, BiConsumer<ObjectNode, String> change) {
    int places = places(parsed(line)).size();
    for (int i = 0; i < places; i++) {
      JsonNode changed = parsed(line);
      Place place = places(changed).get(i);
      change.accept(place.object(), place.name());
      String text = changed.toString();
      boolean taken =
          !(Reading.of(LINES.getFirst() + "\n" + text).getLast() instanceof Problem problem)
              || problem.source().equals("statement.xml");
      assertThat(errors(text).isEmpty()).as(text).isEqualTo(taken);
    }
  }

  private record Place(ObjectNode object, String name) {}

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name)));
      object.forEach(child -> places.addAll(places(child)));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> places.addAll(places(child)));
    }
    return places;
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private static Set<ValidationMessage> errors(String line) {
    return SCHEMA.validate(line, InputFormat.JSON);
  }
}
