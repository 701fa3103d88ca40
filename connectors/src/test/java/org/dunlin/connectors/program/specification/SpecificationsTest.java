package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.specification.AskedRequests.Asked;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the folders ask, and what their examples answer, held against the specifications that
 * vendors publish. Those lie in a folder outside the project that the property dunlin.specs names.
 */
class SpecificationsTest {
  private static final String PROPERTY = "dunlin.specs";

  /** Ids of objects where those of a stream are other than the first one's. */
  private static final Map<String, Map<String, String>> KEYS =
      Map.of("mollie", Map.of("links", "pl_4Y0eZitmBnQ6IDoMqZQKh"));

  @ParameterizedTest(name = "{0} {3}")
  @CsvSource({
    "stripe, 6f0c1d7e, stripe/spec3-2023-09-12.yaml,",
    "lexware-office, 6f0c1d7e-2b7a-4f7e-9a53-000000000042, lexware-office/openapi-api-evangelist.yml,",
    "xero, 6f0c1d7e-2b7a-4f7e-9a53-000000000042, xero/xero_accounting.yaml,",
    "moneybird, 474244283623278042, moneybird/openapi-2025-01-07.yml,",
    "stripe-payments, 6f0c1d7e, stripe/spec3-2023-09-12.yaml,",
    "mollie, tr_7UhSN1zuXS, mollie/specs.yaml, access=key",
    "mollie, tr_7UhSN1zuXS, mollie/specs.yaml, access=token",
    "odoo, 42, odoo/jsonrpc-openapi-api-evangelist.yml, protocol=json-rpc",
    "quickbooks-online, 145, quickbooks-online/openapi-ballerina.yaml,",
    "quickbooks-online, 145, quickbooks-online/openapi-api-evangelist.yml,"
  })
  void everythingAskedAndAnsweredIsWhatTheVendorSpecifies(
      String program, String id, String specification, @Nullable String chosen) {
    Specification vendor = vendor(specification);
    CarriedFolder folder =
        CarriedFolder.of(program, id, chosen(chosen)).knowing(KEYS.getOrDefault(program, Map.of()));
    Set<String> faults = new TreeSet<>();
    for (Asked asked : AskedRequests.of(folder)) {
      vendor.askedWrongly(asked.call()).stream()
          .filter(each -> !KnownGaps.hasOfRequests(specification, each))
          .forEach(each -> faults.add(asked.purpose() + ": " + each));
    }
    for (Stream stream : folder.program().manifest().streams()) {
      for (CarriedFolder.Example example : folder.cases(stream.name())) {
        boolean fetched = example.name().endsWith(".fetched.json");
        HttpCall call = AskedRequests.answered(folder, stream, fetched);
        note(
            specification, example.name(), vendor.answeredWrongly(call, example.content()), faults);
      }
    }
    for (Effect effect : folder.program().manifest().effects()) {
      if (!effect.capability().word().startsWith("pay.")) {
        continue; // replies to write-backs are shortened in their examples
      }
      for (CarriedFolder.Answered answered : folder.answers(effect.name())) {
        HttpCall call = AskedRequests.answered(folder, effect, answered);
        note(
            specification, answered.name(), vendor.answeredWrongly(call, answered.reply()), faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static Map<String, String> chosen(@Nullable String setting) {
    if (setting == null) {
      return Map.of();
    }
    String[] pair = setting.split("=", 2);
    return Map.of(pair[0], pair[1]);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "moneybird, 474244283623278042, moneybird/openapi-2025-01-07.yml",
    "quickbooks-online, 145, quickbooks-online/openapi-api-evangelist.yml"
  })
  void whatIsNotAsSpecifiedIsFound(String program, String id, String specification) {
    Specification vendor = vendor(specification);
    CarriedFolder folder = CarriedFolder.of(program, id, Map.of());
    Stream invoices =
        folder.program().manifest().streams().stream()
            .filter(each -> each.name().equals("invoices"))
            .findFirst()
            .orElseThrow();
    HttpCall call = AskedRequests.answered(folder, invoices, true);
    URI address = URI.create(call.address() + "?unheard=of");
    HttpCall wrong = new HttpCall("GET", address, call.headers(), new byte[0]);
    byte[] number = "1".getBytes(StandardCharsets.UTF_8);

    assertThat(vendor.askedWrongly(wrong)).isNotEmpty();
    assertThat(vendor.answeredWrongly(call, number)).isNotEmpty();
  }

  private static void note(
      String specification, String about, List<String> wrong, Set<String> faults) {
    wrong.stream()
        .filter(each -> !KnownGaps.has(specification, each))
        .forEach(each -> faults.add(about + ": " + each));
  }

  private static Specification vendor(String name) {
    return Specification.read(file(name));
  }

  /** A file of a vendor; where it is not there, the test is skipped with a word. */
  static Path file(String name) {
    String folder = System.getProperty(PROPERTY, "");
    Path file = Path.of(folder, name);
    assumeTrue(
        !folder.isEmpty() && Files.isReadable(file),
        "Skipped: the property " + PROPERTY + " names no folder with " + name);
    return file;
  }
}
