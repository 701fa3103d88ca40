package org.dunlin.connectors.jslt;

import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.IdentityHashMap;

/**
 * The same expression with its work counted. JSLT itself cannot be stopped; so whatever can
 * multiply work or results (what a loop runs over, what a variable holds, what a function gives,
 * what is piped on, what is compared) is put into a call of a function that counts it and gives it
 * back, and so is how deep functions call each other. Lines stay as they are.
 */
final class CountedSource {
  /** The functions; a mapping can neither call nor declare them. */
  static final String COUNTED = "counted-work";

  static final String ENTERED = "entered-work";
  static final String LEFT = "left-work";

  private static final String ENTRANCE = " let " + ENTERED + " = " + ENTERED + "() ";

  private final IdentityHashMap<Token, String> before = new IdentityHashMap<>();
  private final IdentityHashMap<Token, String> after = new IdentityHashMap<>();

  private CountedSource() {}

  static String of(SimpleNode root) {
    CountedSource counted = new CountedSource();
    counted.walk(root);
    return counted.text(root);
  }

  private void walk(SimpleNode node) {
    int children = node.jjtGetNumChildren();
    switch (node.toString()) {
      case "Array", "ObjectComprehension" -> {
        if (node.jjtGetFirstToken().next.kind == JsltParserConstants.FOR) {
          count(ParsedSource.child(node, 0));
        }
      }
      case "Let" -> count(ParsedSource.child(node, children - 1));
      case "FunctionDecl" -> {
        after.merge(parametersEnd(node), ENTRANCE, String::concat);
        call(LEFT, ParsedSource.child(node, children - 1));
      }
      case "Expr" -> {
        for (int index = 0; index + 1 < children; index += 2) {
          count(ParsedSource.child(node, index));
        }
      }
      case "ComparativeExpr" -> {
        if (children > 1) {
          count(ParsedSource.child(node, 0));
          count(ParsedSource.child(node, 2));
        }
      }
      default -> {
        // nothing of it multiplies
      }
    }
    for (int index = 0; index < children; index++) {
      walk(ParsedSource.child(node, index));
    }
  }

  private void count(SimpleNode node) {
    call(COUNTED, node);
  }

  private void call(String function, SimpleNode node) {
    // in parentheses, since a list that follows on a call would be taken for an index of it
    before.merge(node.jjtGetFirstToken(), "(" + function + "(", String::concat);
    after.merge(node.jjtGetLastToken(), "))", String::concat);
  }

  private static Token parametersEnd(SimpleNode declaration) {
    Token token = declaration.jjtGetFirstToken();
    while (token.kind != JsltParserConstants.RPAREN) {
      token = token.next;
    }
    return token;
  }

  private String text(SimpleNode root) {
    StringBuilder text = new StringBuilder();
    for (Token token = root.jjtGetFirstToken(); token != null; token = token.next) {
      passedOver(token.specialToken, text);
      text.append(before.getOrDefault(token, ""));
      if (token.kind != JsltParserConstants.EOF) {
        text.append(token.image);
      }
      text.append(after.getOrDefault(token, ""));
    }
    return text.toString();
  }

  /** Blanks and comments before a token, which hang on it in reverse. */
  private static void passedOver(Token special, StringBuilder text) {
    if (special != null) {
      passedOver(special.specialToken, text);
      text.append(special.image);
    }
  }
}
