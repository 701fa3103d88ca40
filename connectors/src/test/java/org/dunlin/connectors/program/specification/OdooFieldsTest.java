package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.specification.AskedRequests.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field that the folder of Odoo reads, searches or writes, against the fields of models. */
class OdooFieldsTest {
  private static final Pattern READ = Pattern.compile("(?<![\\w)\\]\".$])\\.([a-z_]+)");

  /** Models whose fields are documented, but in no list at hand. */
  private static final Set<String> WITHOUT_A_LIST = Set.of("mail.message", "ir.attachment");

  /** What a memo was called before release 18, of which the lists are. */
  private static final Set<String> OF_BEFORE = Set.of("account.payment ref");

  /** What a model takes as it is made, and does not keep as a field. */
  private static final Set<String> TAKEN =
      Set.of("account.bank.statement.line counterpart_account_id");

  /** What Odoo finds although it does not store it: a search of its own stands behind it. */
  private static final Set<String> SEARCHED_BY_ITSELF = Set.of();

  /** What the entries of invoice_payments_widget hold. */
  private static final Set<String> OF_THE_WIDGET =
      Set.of("is_refund", "is_exchange", "move_id", "account_payment_id", "amount", "content");

  private static final Map<String, OdooModel> MODELS = new HashMap<>();

  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void read() {
    for (String model :
        List.of(
            "account.move",
            "account.payment",
            "account.payment.register",
            "account.bank.statement.line",
            "res.partner")) {
      MODELS.put(model, OdooModel.read(SpecificationsTest.file("odoo/" + model + ".fields.json")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json-rpc", "json-2"})
  void everyFieldThatIsAskedForSearchedOrWrittenExists(String protocol) {
    for (Asked asked : AskedRequests.of(folder(protocol))) {
      OdooCall.of(asked.call()).ifPresent(call -> asked(asked.purpose(), call));
    }
    assertThat(faults).isEmpty();
  }

  private void asked(String purpose, OdooCall call) {
    if (WITHOUT_A_LIST.contains(call.model())) {
      return;
    }
    call.fields().forEach(name -> field(call.model(), name, purpose));
    call.written().forEach(name -> field(call.model(), name, purpose));
    for (String path : call.searched()) {
      String model = call.model();
      for (String name : path.split("\\.")) {
        OdooModel.Field field = field(Objects.requireNonNull(model), name, purpose);
        if (field == null) {
          break;
        }
        if (!field.stored() && !SEARCHED_BY_ITSELF.contains(model + " " + name)) {
          faults.add(purpose + ": " + model + " does not store " + name);
        }
        model = field.relation();
      }
    }
  }

  private OdooModel.@Nullable Field field(String model, String name, String purpose) {
    OdooModel known = MODELS.get(model);
    OdooModel.Field field = known == null ? null : known.fields().get(name);
    String full = model + " " + name;
    if (field == null && !OF_BEFORE.contains(full) && !TAKEN.contains(full)) {
      faults.add(purpose + ": " + model + " has no field " + name);
    }
    return field;
  }

  @Test
  void everyExampleHasTheFieldsThatWereAskedForWithTheirTypes() {
    for (String protocol : List.of("json-rpc", "json-2")) {
      CarriedFolder folder = folder(protocol);
      for (Stream stream : folder.program().manifest().streams()) {
        for (CarriedFolder.Example example : folder.cases(stream.name())) {
          JsonNode said = Json.read(example.content());
          if (said.isArray() == protocol.equals("json-2")) {
            rows(folder, stream, example.name(), said.isArray() ? said : said.path("result"));
          }
        }
      }
    }
    assertThat(new TreeSet<>(faults)).isEmpty();
  }

  private void rows(CarriedFolder folder, Stream stream, String example, JsonNode rows) {
    boolean fetched = example.endsWith(".fetched.json");
    OdooCall call = OdooCall.of(AskedRequests.answered(folder, stream, fetched)).orElseThrow();
    Set<String> asked = new TreeSet<>(call.fields());
    asked.add("id");
    for (JsonNode row : rows) {
      Set<String> had = new TreeSet<>();
      row.fieldNames().forEachRemaining(had::add);
      // Before release 18 a payment has ref in place of memo.
      if (!had.equals(asked) && !(had.contains("ref") && call.model().equals("account.payment"))) {
        faults.add(example + ": has " + had + " where " + asked + " were asked for");
      }
      row.properties()
          .forEach(
              each -> {
                OdooModel.Field field = field(call.model(), each.getKey(), example);
                if (field != null && !field.is(each.getValue())) {
                  faults.add(example + ": " + each + " is no " + field.type());
                }
              });
    }
  }

  @Test
  void everyFieldThatAMappingReadsIsAskedFor() {
    CarriedFolder folder = folder("json-2");
    for (Stream stream : folder.program().manifest().streams()) {
      boolean fetched = stream.request() == null;
      OdooCall call = OdooCall.of(AskedRequests.answered(folder, stream, fetched)).orElseThrow();
      Set<String> asked = new TreeSet<>(call.fields());
      asked.add("id");
      asked.addAll(OF_THE_WIDGET);
      asked.add("ref");
      String mapping = folder.mapping(Objects.requireNonNull(stream.mapping()));
      READ.matcher(mapping.replaceAll("(?m)//.*$", ""))
          .results()
          .map((MatchResult found) -> found.group(1))
          .filter(name -> !asked.contains(name))
          .forEach(name -> faults.add(stream.name() + " reads " + name));
    }
    assertThat(faults).isEmpty();
  }

  private static CarriedFolder folder(String protocol) {
    return CarriedFolder.of("odoo", "42", Map.of("protocol", protocol));
  }
}
