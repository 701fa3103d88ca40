package org.dunlin.connectors.jslt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a + .b",
        ".a +.b",
        "1 - .a",
        ".a * 2",
        ".a / 2",
        "{\"a\" : {\"b\" : [1, .c + 1]}}",
        "[for (.lines) .net + .vat]",
        "{for (.lines) .id : .net * 2}",
        "def twice(x) $x * 2 twice(.a)",
        "let a = .b + .c {\"d\": $a}",
        "if (.a - .b) 1 else 2",
        "if (.a) 1 else let x = .b / 3 $x",
        ".a | . + 1",
        ".lines[.a + 1]",
        "\"text\" + .a",
        "{\"a\": \"// no comment\", \"b\": .c + 1}",
        "fallback(.a, .b + 1)",
        "(((.a + .b)))",
        ". // a comment\n + 1"
      })
  void arithmeticIsRefusedWhereverItStands(String source) {
    assertThat(refusal(source)).contains("binary floating point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a + b * c / d - e\"",
        "// .a + .b\n.a",
        "{* : .}",
        "{\"a\": 1, * - b, c : .}",
        ".amount-total",
        ".\"a + b\"",
        "-5",
        "[-5, 1.5e-3]",
        "let first-name = .a $first-name",
        "{\"x - y\": .z}"
      })
  void whatOnlyLooksLikeArithmeticIsNot(String source) {
    assertThat(of(source)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          round(.a)                            | round is refused
          floor(.a)                            | floor is refused
          ceiling(.a)                          | ceiling is refused
          mod(.a, 2)                           | mod is refused
          random()                             | makes the same of the same object
          now()                                | makes the same of the same object
          uuid()                               | makes the same of the same object
          [for (.x) {"a": round(.b)}]          | round is refused
          def round(x) $x round(.a)            | called round already
          def money(x) $x money(.a)            | called money already
          counted-work(.a)                     | no function of mappings
          def counted-work(x) ($x) .a          | called counted-work already
          import "other.jslt" as o o:f(.)      | imports nothing
          o:f(.)                               | imports nothing
          .a 5                                 | is not expected here
          {"a": }                              | is not expected here
          nowhere(.a)                          | No such function
          money(.a, .b)                        | needs 1-1 arguments
          $nobody                              | The variable $nobody is not known here
          "open                                | a character or a quote is not expected
          """)
  void whatIsRefusedSaysWhy(String source, String reason) {
    assertThat(refusal(source)).contains(reason);
  }

  @Test
  void aRefusalNamesItsLine() {
    assertThatThrownBy(() -> of("let a = .b\n// more\n{\"c\":\n $a + 1}"))
        .isInstanceOfSatisfying(
            WrongExpression.class, wrong -> assertThat(wrong.line()).isEqualTo(4));
    assertThatThrownBy(() -> of("let a = .b\n\n{\"c\": nowhere($a)}"))
        .isInstanceOfSatisfying(
            WrongExpression.class, wrong -> assertThat(wrong.line()).isEqualTo(3));
  }

  @Test
  void aListMayFollowOnALet() {
    assertThat(applied("let a = if (.b) upper(.b) else null\n[$a, .d]", "{\"b\":\"x\",\"d\":1}"))
        .hasToString("[\"X\",1]");
  }

  @Test
  void functionsMayCallThemselvesAsLongAsTheyEnd() {
    String rest = "def rest(list) if (size($list) > 1) rest($list[1 : ]) else $list[0] rest(.)";

    assertThat(applied(rest, "[1,2,3]")).hasToString("3");
    assertThatThrownBy(() -> applied("def f(x) f($x) f(.)", "1"))
        .isInstanceOf(FailedExpression.class)
        .hasMessageContaining("250 deep");
    assertThatThrownBy(() -> applied("def f(x) let y = f($x) $y f(.)", "1"))
        .isInstanceOf(FailedExpression.class);
  }

  @Test
  void variablesThatAreGivenAreThere() {
    Expression expression = Expression.of("$settings.division", Set.of("settings"));

    assertThat(expression.apply(tree("{}"), Map.of("settings", tree("{\"division\":7}"))))
        .hasToString("7");
  }

  @Test
  void whatDoesNotFitIsASentenceAndNoStackTrace() {
    assertThatThrownBy(() -> applied("[for (.a) .b]", "{\"a\":5}"))
        .isInstanceOf(FailedExpression.class)
        .hasMessageContaining("For loop can't iterate over 5");
    assertThatThrownBy(() -> applied("money(.a)", "{\"a\":\"12,50\"}"))
        .isInstanceOf(FailedExpression.class)
        .hasMessageContaining("money: a decimal such as 1210.10 or \"1210.10\" is expected");
  }

  private static String refusal(String source) {
    try {
      of(source);
      return "";
    } catch (WrongExpression e) {
      return String.valueOf(e.getMessage());
    }
  }

  static JsonNode applied(String source, String input) {
    return of(source).apply(tree(input), Map.of());
  }

  static Expression of(String source) {
    return Expression.of(source, Set.of());
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
