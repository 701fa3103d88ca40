package org.dunlin.connectors.jslt;

import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mapping may not do, found in its tree: compute, import, or use what differs from one time
 * to the next.
 */
final class Rules {
  private static final String COMPUTED =
      " is refused, since JSLT computes in binary floating point; use plus, minus, times, negate or"
          + " plus-days for figures, and join for texts.";

  private final Set<String> variables;
  private final Set<String> declared = new HashSet<>();
  private final List<Token> uses = new ArrayList<>();

  private Rules(Set<String> variables) {
    this.variables = variables;
  }

  /** Refuses the first thing in the tree that is not permitted. */
  static void check(SimpleNode root, Set<String> variables) {
    Rules rules = new Rules(variables);
    rules.walk(root);
    rules.unknownVariables();
  }

  private void walk(SimpleNode node) {
    Token first = node.jjtGetFirstToken();
    switch (node.toString()) {
      case "AdditiveOperator", "MultiplicativeOperator" ->
          throw new WrongExpression(first.beginLine, first.image + COMPUTED);
      case "Import" ->
          throw new WrongExpression(first.beginLine, "A mapping imports nothing; each is whole.");
      case "FunctionCall" -> call(first);
      case "FunctionDecl" -> declaration(first);
      case "Let" -> declared.add(first.next.image);
      case "Chainable" -> variable(first);
      default -> {
        // every other production only holds these
      }
    }
    for (int index = 0; index < node.jjtGetNumChildren(); index++) {
      walk(ParsedSource.child(node, index));
    }
  }

  private void variable(Token token) {
    if (token.kind == JsltParserConstants.VARIABLE) {
      uses.add(token);
    }
  }

  private static void call(Token name) {
    String refused = Functions.refusal(name.image);
    if (refused != null) {
      throw new WrongExpression(name.beginLine, refused);
    }
  }

  private void declaration(Token def) {
    Token name = def.next;
    if (Functions.isKnown(name.image) || Functions.refusal(name.image) != null) {
      throw new WrongExpression(
          name.beginLine, "A function is called " + name.image + " already; give it another name.");
    }
    for (Token token = name.next; token.kind != JsltParserConstants.RPAREN; token = token.next) {
      declared.add(token.image);
    }
  }

  private void unknownVariables() {
    for (Token use : uses) {
      String name = use.image.substring(1);
      if (!declared.contains(name) && !variables.contains(name)) {
        throw new WrongExpression(
            use.beginLine,
            "The variable "
                + use.image
                + " is not known here; what is there without a let is "
                + known());
      }
    }
  }

  private String known() {
    return variables.isEmpty()
        ? "nothing."
        : String.join(", ", variables.stream().sorted().map(name -> "$" + name).toList()) + ".";
  }
}
