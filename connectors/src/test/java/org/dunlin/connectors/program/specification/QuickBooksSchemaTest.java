package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.specification.AskedRequests.Asked;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the folder of QuickBooks asks, reads and writes, against Intuit's own schema. */
class QuickBooksSchemaTest {
  private static final Pattern QUERY =
      Pattern.compile(
          "select (?<what>\\*|Id) from (?<entity>\\w+)( where (?<where>.*?))?"
              + "( orderby (?<order>\\w+) startposition \\d+ maxresults \\d+)?");
  private static final Pattern COMPARED = Pattern.compile("([\\w.]+) (?:=|>=|in) (?:'[^']*'|\\()");

  /** Intuit's reference calls these filterable, and Id sortable; its schema does not say so. */
  private static final Set<String> FILTERABLE_BY_THE_REFERENCE =
      Set.of("Payment.PaymentRefNum", "Customer.Active");

  private static QuickBooksSchema schema;

  private final CarriedFolder folder = CarriedFolder.of("quickbooks-online", "145", Map.of());
  private final Set<String> faults = new TreeSet<>();

  @BeforeAll
  static void read() {
    schema =
        QuickBooksSchema.read(
            List.of(
                SpecificationsTest.file("quickbooks-online/xsd/Finance.xsd"),
                SpecificationsTest.file("quickbooks-online/xsd/IntuitBaseTypes.xsd"),
                SpecificationsTest.file("quickbooks-online/xsd/IntuitNamesTypes.xsd")));
  }

  @Test
  void everyQueryIsInTheQueryLanguageAndNamesPropertiesThatCanBeSearched() {
    List<String> entities = new ArrayList<>();
    for (Asked asked : AskedRequests.of(folder)) {
      if (asked.call().address().getPath().endsWith("/query")) {
        Matcher query = QUERY.matcher(query(asked.call()));
        assertThat(query.matches()).as(query(asked.call())).isTrue();
        entities.add(query.group("entity"));
        searched(asked.purpose(), query.group("entity"), query.group("where"));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(entities).contains("Customer", "Invoice", "CreditMemo", "Payment");
  }

  private void searched(String purpose, String entity, @Nullable String where) {
    for (String term : where == null ? new String[0] : where.split(" and ")) {
      Matcher compared = COMPARED.matcher(term);
      assertThat(compared.lookingAt()).as(purpose + ": " + term).isTrue();
      QuickBooksSchema.Part part = schema.part(entity, compared.group(1));
      boolean may = FILTERABLE_BY_THE_REFERENCE.contains(entity + "." + compared.group(1));
      if (part == null || !part.filterable() && !may) {
        faults.add(purpose + ": " + term + " searches " + part);
      }
    }
  }

  @Test
  void everyBodyAndEveryExampleHasThePropertiesOfTheSchemaWithTheirTypes() {
    for (Asked asked : AskedRequests.of(folder)) {
      if (asked.call().body().length > 0) {
        String entity = entity(asked.purpose());
        wrong(asked.purpose(), entity, Json.read(asked.call().body()));
      }
    }
    for (Stream stream : folder.program().manifest().streams()) {
      for (CarriedFolder.Example example : folder.cases(stream.name())) {
        for (Map.Entry<String, JsonNode> each :
            Json.read(example.content()).path("QueryResponse").properties()) {
          each.getValue().forEach(one -> wrong(example.name(), each.getKey(), one));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static String entity(String purpose) {
    return switch (purpose.split("/", -1)[0]) {
      case "payment" -> "Payment";
      case "fee" -> "JournalEntry";
      default -> "Invoice";
    };
  }

  @Test
  void whatIsNotInTheSchemaIsFound() {
    JsonNode wrong =
        Json.read(
            """
            {"Id": 7, "TotalAmt": "1210.00", "Line": {}, "Unheard": true, "CustomerRef": "1"}"""
                .getBytes(StandardCharsets.UTF_8));

    assertThat(schema.wrong("Payment", wrong)).hasSize(5);
    assertThat(schema.part("Payment", "MetaData.LastUpdatedTime")).isNotNull();
    assertThat(schema.part("Payment", "MetaData.Unheard")).isNull();
  }

  private void wrong(String about, String entity, JsonNode object) {
    schema.wrong(entity, object).forEach(each -> faults.add(about + ": " + each));
  }

  @Test
  void everyPropertyThatAMappingReadsIsInTheSchemaSomewhere() {
    Pattern read = Pattern.compile("\\.([A-Z]\\w*(?:\\.[A-Z]\\w*)*)");
    Map<String, String> entities =
        Map.of(
            "customers", "Customer",
            "invoices", "Invoice",
            "credit_notes", "CreditMemo",
            "payments", "Payment");
    entities.forEach(
        (stream, entity) ->
            read.matcher(folder.mapping(stream + ".jslt").replaceAll("\\[\\d+]", ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(path -> schema.part(entity, path) == null)
                .filter(path -> schema.part("Line", path) == null)
                .forEach(path -> faults.add(stream + " reads " + path)));
    assertThat(faults).isEmpty();
  }

  private static String query(HttpCall call) {
    return Form.fields(call.address().getRawQuery()).stream()
        .filter(field -> field.name().equals("query"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
