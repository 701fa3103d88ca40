package org.dunlin.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dunlin.console.Hub;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The published contract says what the API is. */
class OpenApiTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "openapi.json");
  private static final String RENEW =
      "mvn -pl console -Dtest=OpenApiTest -Ddunlin.openapi=renew test";

  @Test
  void thePublishedContractIsUpToDate() throws IOException {
    String contract = OpenApi.text(Hub.SHARED.stores());
    if ("renew".equals(System.getProperty("dunlin.openapi"))) {
      Files.writeString(PUBLISHED, contract);
    }
    assertThat(Files.readString(PUBLISHED))
        .as("docs/openapi.json is not up to date; renew it with: " + RENEW)
        .isEqualTo(contract);
  }

  @Test
  void theContractNamesEveryOperationThatTheHubAnswersAndNoOther() throws IOException {
    Set<String> answered = new TreeSet<>();
    Hub.SHARED
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> operations(mapping).forEach(answered::add));

    Set<String> named = new TreeSet<>();
    contract()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(m -> named.add(m + " " + path.getKey())));

    assertThat(named).isEqualTo(answered);
  }

  @Test
  void everyReferenceOfTheContractLeadsSomewhere() throws IOException {
    JsonNode contract = contract();
    for (JsonNode reference : contract.findValues("$ref")) {
      String place = reference.asText().substring(1);
      assertThat(contract.at(place).isMissingNode()).as(place).isFalse();
    }
  }

  @Test
  void everyExampleIsOfTheFormThatItStandsFor() throws IOException {
    JsonNode contract = contract();
    contract
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              for (JsonNode example : schema.getValue().path("examples")) {
                assertThat(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(whole(contract, schema.getKey()))
                            .validate(example.toString(), InputFormat.JSON))
                    .as(schema.getKey())
                    .isEmpty();
              }
            });
  }

  private static Stream<String> operations(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .filter(path -> path.startsWith("/api/"))
        .flatMap(OpenApiTest::paths)
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(method -> method.toLowerCase(Locale.ROOT) + " " + path));
  }

  /** A pattern for all lists as the paths of each. */
  private static Stream<String> paths(String pattern) {
    String any = "{list:" + Lists.NAMES + "}";
    return pattern.contains(any)
        ? Lists.names().stream().map(name -> pattern.replace(any, name))
        : Stream.of(pattern);
  }

  private static String whole(JsonNode contract, String schema) {
    return "{\"$ref\":\"#/components/schemas/%s\",\"components\":%s}"
        .formatted(schema, contract.get("components"));
  }

  private static JsonNode contract() throws IOException {
    return new JsonMapper().readTree(Files.readString(PUBLISHED));
  }
}
