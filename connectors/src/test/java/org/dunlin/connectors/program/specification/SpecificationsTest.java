package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.specification.AskedRequests.Asked;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the folders ask, and what their examples answer, held against the specifications that
 * vendors publish. Those lie in a folder outside the project that the property dunlin.specs names.
 */
class SpecificationsTest {
  private static final String PROPERTY = "dunlin.specs";

  /** What vendors document, but the specifications at hand do not have. */
  private static final Set<String> DOCUMENTED_ELSEWHERE =
      Set.of(
          "GET /v1/invoice_payments",
          "Query parameter 'sort' is unexpected on path \"/voucherlist\"",
          "Query parameter 'updatedDateFrom' is unexpected on path \"/voucherlist\"");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "stripe, stripe/spec3-2023-09-12.yaml",
    "lexware-office, lexware-office/openapi-api-evangelist.yml"
  })
  void everythingAskedAndAnsweredIsWhatTheVendorSpecifies(String program, String specification) {
    VendorSpecification vendor = vendor(specification);
    CarriedFolder folder = CarriedFolder.of(program);
    List<String> faults = new ArrayList<>();
    for (Asked asked : AskedRequests.of(folder)) {
      if (isSpecified(asked.call())) {
        note(asked.purpose(), vendor.askedWrongly(asked.call()), faults);
      }
    }
    folder.program().manifest().streams().forEach(each -> answers(folder, each, vendor, faults));
    assertThat(faults).isEmpty();
  }

  private static void answers(
      CarriedFolder folder, Stream stream, VendorSpecification vendor, List<String> faults) {
    for (CarriedFolder.Example example : folder.cases(stream.name())) {
      boolean fetched = example.name().endsWith(".fetched.json");
      HttpCall call = AskedRequests.answered(folder.program(), stream, fetched);
      if (isSpecified(call)) {
        note(example.name(), vendor.answeredWrongly(call, example.content()), faults);
      }
    }
  }

  private static void note(String about, List<String> wrong, List<String> faults) {
    wrong.stream()
        .filter(each -> !DOCUMENTED_ELSEWHERE.contains(each))
        .forEach(each -> faults.add(about + ": " + each));
  }

  private static boolean isSpecified(HttpCall call) {
    return !DOCUMENTED_ELSEWHERE.contains(call.method() + " " + call.address().getPath());
  }

  private static VendorSpecification vendor(String name) {
    String folder = System.getProperty(PROPERTY, "");
    Path file = Path.of(folder, name);
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(file),
        "Skipped: the property " + PROPERTY + " names no folder with " + name);
    return VendorSpecification.read(file);
  }
}
