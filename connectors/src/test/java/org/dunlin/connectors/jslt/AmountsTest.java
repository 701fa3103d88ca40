package org.dunlin.connectors.jslt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.CurrencyUnit;

class AmountsTest {
  private static final Expression PLUS = ExpressionTest.of("plus(.a, .b)");
  private static final Expression BACK = ExpressionTest.of("minus(plus(.a, .b), .b)");
  private static final Expression MONEY = ExpressionTest.of("money(.a)");
  private static final Expression CENTS = ExpressionTest.of("minor(to-minor(.a, .c), .c)");
  private static final Expression LESS = ExpressionTest.of("less(.a, .b)");

  @Property
  void sumsAreExact(@ForAll @BigAmount BigDecimal a, @ForAll @BigAmount BigDecimal b) {
    assertThat(applied(PLUS, a, b)).isEqualByComparingTo(a.add(b));
    assertThat(applied(BACK, a, b)).isEqualByComparingTo(a);
  }

  @Property
  void anAmountIsTheSameAsNumberAndAsText(@ForAll @BigAmount BigDecimal a) {
    JsonNode number = JsonNodeFactory.instance.objectNode().set("a", DecimalNode.valueOf(a));
    JsonNode text =
        JsonNodeFactory.instance.objectNode().set("a", TextNode.valueOf(a.toPlainString()));

    assertThat(MONEY.apply(number, Map.of())).isEqualTo(MONEY.apply(text, Map.of()));
    assertThat(new BigDecimal(MONEY.apply(text, Map.of()).asText())).isEqualByComparingTo(a);
  }

  @Property
  void centsAndBackIsTheSame(
      @ForAll @BigRange(min = "-1e15", max = "1e15") @Scale(0) BigDecimal a) {
    for (String code : new String[] {"EUR", "JPY", "TND"}) {
      BigDecimal amount = a.movePointLeft(CurrencyUnit.of(code).getDecimalPlaces());
      JsonNode input =
          JsonNodeFactory.instance.objectNode().put("a", amount.toPlainString()).put("c", code);

      assertThat(new BigDecimal(CENTS.apply(input, Map.of()).asText()))
          .isEqualByComparingTo(amount);
    }
  }

  @Property
  void comparisonsAreThoseOfDecimals(
      @ForAll @BigAmount BigDecimal a, @ForAll @BigAmount BigDecimal b) {
    assertThat(LESS.apply(pair(a, b), Map.of()).booleanValue()).isEqualTo(a.compareTo(b) < 0);
  }

  private static BigDecimal applied(Expression expression, BigDecimal a, BigDecimal b) {
    return new BigDecimal(expression.apply(pair(a, b), Map.of()).asText());
  }

  private static JsonNode pair(BigDecimal a, BigDecimal b) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("a", a.toPlainString())
        .set("b", DecimalNode.valueOf(b));
  }

  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @BigRange(min = "-1e15", max = "1e15")
  @Scale(4)
  @interface BigAmount {}
}
