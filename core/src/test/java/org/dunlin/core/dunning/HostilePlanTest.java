package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class HostilePlanTest {
  @Test
  void aliasesThatWouldGrowAreRefused() {
    String bomb =
        "a0: &a0 [x, x]\n"
            + IntStream.range(1, 30)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining())
            + "plans: *a29\n";

    assertThat(PlanReaderTest.refused(bomb).code()).isEqualTo("NOT_YAML");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    String large = "# " + "x".repeat(PlanReader.LARGEST_BYTES);

    assertThat(PlanReaderTest.refused(large).code()).isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void aFileThatIsTooDeepIsRefused() {
    assertThat(PlanReaderTest.refused("plans: " + "[".repeat(5000)).code()).isEqualTo("NOT_YAML");
    assertThat(PlanReaderTest.refused("plans: " + "{a: ".repeat(5000)).code())
        .isEqualTo("NOT_YAML");
  }

  @Test
  void aTagConstructsNothing() {
    assertThat(PlanReaderTest.refused("plans: !!javax.script.ScriptEngineManager [a]").code())
        .isEqualTo("NOT_YAML");
  }

  @Test
  void aLongValueIsNotRepeatedInFull() {
    String plan = "plans: [{id: a, per: " + "x".repeat(10_000) + "}]";

    assertThat(PlanReaderTest.refused(plan).message()).hasSizeLessThan(200);
  }

  @Test
  void whatCannotBeWrittenIsRefusedInWordsThatCan() {
    for (String escape : new String[] {"\\0", "\\uD83E"}) {
      Problem problem =
          PlanReaderTest.refused("plans: [{id: a, name: \"" + escape + "\", per: customer}]");

      assertThat(problem.code()).isEqualTo("WRONG_VALUE");
      assertThat(problem.message()).contains("name").contains("\uFFFD");
    }
  }
}
