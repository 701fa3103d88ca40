package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSLT expression that is permitted and can be carried out. Safe for use by many threads. */
public final class Expression {
  private final com.schibsted.spt.data.jslt.Expression compiled;

  private Expression(com.schibsted.spt.data.jslt.Expression compiled) {
    this.compiled = compiled;
  }

  /**
   * Compiles a source.
   *
   * @param variables the names of those that {@link #apply} gives
   * @throws WrongExpression where it is no JSLT or does what is refused
   */
  public static Expression of(String source, Set<String> variables) {
    SimpleNode root = ParsedSource.root(source);
    try {
      Rules.check(root, variables);
      return new Expression(compiled(CountedSource.of(root)));
    } catch (JsltException e) {
      throw new WrongExpression(Math.max(1, e.getLine()), sentence(e.getMessageWithoutLocation()));
    } catch (FailedExpression e) {
      throw new WrongExpression(1, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new WrongExpression(1, "The expression is nested too deeply.");
    } catch (NumberFormatException e) {
      throw new WrongExpression(1, "A number in the expression is too large.");
    }
  }

  private static com.schibsted.spt.data.jslt.Expression compiled(String counted) {
    return new Parser(new StringReader(counted))
        .withFunctions(Functions.all())
        .withResourceResolver(
            name -> {
              throw new JsltException("a mapping imports nothing");
            })
        .compile();
  }

  /**
   * What it makes of the input; a null node of nothing.
   *
   * @throws FailedExpression where it cannot be carried out
   */
  public JsonNode apply(JsonNode input, Map<String, JsonNode> variables) {
    JsonNode given = input.isMissingNode() ? NullNode.instance : input;
    try {
      return Work.counting(given, () -> compiled.apply(variables, given));
    } catch (JsltException e) {
      throw new FailedExpression(sentence(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new FailedExpression("The expression or what it is given is nested too deeply.", true);
    } catch (FailedExpression e) {
      throw e;
    } catch (RuntimeException e) {
      // the library meets some wrong inputs with exceptions of its own accord
      throw new FailedExpression("The expression does not fit what it is given: " + kind(e) + ".");
    }
  }

  private static String kind(RuntimeException e) {
    String name = e.getClass().getSimpleName();
    return name.isEmpty() ? "an unknown error" : name;
  }

  private static String sentence(@Nullable String message) {
    String text = message == null ? "It cannot be carried out." : message.strip();
    String one = text.replaceAll("\\s+", " ");
    return one.length() <= 300 ? one : one.substring(0, 297) + "...";
  }
}
