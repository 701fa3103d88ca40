package org.dunlin.connectors.jslt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapping that would never end, or fill the memory, is given up; the test ends at all. */
class BoundedWorkTest {
  private static final String LONG = "\"" + "a".repeat(500) + "\"";
  private static final String BACKTRACKING = "\"(?<x>.*.*.*.*.*.*.*)=\"";

  static Stream<String> endless() {
    return Stream.of(
        doubling("let a%2$d = [$a%1$d, $a%1$d]", "let a0 = [1,2]", "flatten($a60)"),
        doubling("let a%2$d = [$a%1$d, $a%1$d]", "let a0 = [1,2]", "$a60 == $a60"),
        doubling("let a%2$d = [$a%1$d, $a%1$d]", "let a0 = [1,2]", "to-json($a60)"),
        doubling("let a%2$d = join([$a%1$d, $a%1$d], \"\")", "let a0 = \"text\"", "$a60"),
        doubling("let a%2$d = {\"x\": $a%1$d, \"y\": $a%1$d}", "let a0 = {\"z\":1}", "$a60"),
        "[1,2]" + " | [., .]".repeat(60),
        "[1,2]" + " | flatten([., .])".repeat(60),
        doubling("def f%2$d(x) [f%1$d($x), f%1$d($x)]", "def f0(x) [$x, $x]", "f60(1)"),
        doubling("def f%2$d(x) let y = f%1$d($x) ([$y, $y])", "def f0(x) [$x, $x]", "f60(1)"),
        "def f(x) [f($x), f($x)] f(1)",
        "let a = [for (.lines) .] "
            + "[for ($a) [for ($a) [for ($a) [for ($a) [for ($a) [for ($a) .]]]]]]",
        "test(" + LONG + ", " + BACKTRACKING + ")",
        "capture(" + LONG + ", " + BACKTRACKING + ")",
        "replace(" + LONG + ", " + BACKTRACKING + ", \"\")",
        "split(" + LONG + ", " + BACKTRACKING + ")",
        "let long = join([for (.lines) \"0123456789012345678901234567890123456789\"], \"\")"
            + " replace($long, \"0\", $long)");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void workThatGrowsWithoutEndIsGivenUp(String source) {
    Expression expression = ExpressionTest.of(source);

    assertThatThrownBy(() -> expression.apply(ExpressionTest.tree(lines(100)), Map.of()))
        .isInstanceOf(FailedExpression.class);
  }

  @Test
  void aSourceThatIsNestedTooDeeplyIsRefused() {
    String deep = "(".repeat(60_000) + "1" + ")".repeat(60_000);

    assertThatThrownBy(() -> Expression.of(deep, Set.of()))
        .isInstanceOf(WrongExpression.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void aLargeAnswerMayBeLookedAtWhole() {
    String source = "[for (.lines) {\"id\": string(.id), \"net\": money(.net), * : .}]";

    assertThat(ExpressionTest.applied(source, lines(50_000))).hasSize(50_000);
  }

  @Test
  void oneEvaluationDoesNotPayForAnother() {
    Expression expression = ExpressionTest.of("size([for (.lines) [for (.many) .]])");
    String input = lines(20_000);

    for (int time = 0; time < 20; time++) {
      assertThat(expression.apply(ExpressionTest.tree(input), Map.of()).intValue())
          .isEqualTo(20_000);
    }
  }

  private static String doubling(String step, String first, String last) {
    return IntStream.range(0, 60)
        .mapToObj(level -> step.formatted(level, level + 1))
        .collect(Collectors.joining("\n", first + "\n", "\n" + last));
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(id -> "{\"id\":" + id + ",\"net\":1.10,\"vat\":0.21}")
        .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
  }
}
