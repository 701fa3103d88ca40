package org.dunlin.connectors.jslt;

import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tree of a source as JSLT's own grammar reads it: what is checked is what is carried out. The
 * names of its nodes are those of the grammar (jslt.jjt).
 */
final class ParsedSource extends JsltParser {
  private static final int LARGEST_CHARACTERS = 256 * 1024;
  private static final Pattern LEXICAL_LINE = Pattern.compile("line (\\d+)");

  private ParsedSource(String source) {
    super(new StringReader(source));
  }

  static SimpleNode root(String source) {
    if (source.length() > LARGEST_CHARACTERS) {
      throw new WrongExpression(1, "A mapping has at most 256 KB; this one is larger.");
    }
    ParsedSource parser = new ParsedSource(source);
    try {
      parser.Start();
      return (SimpleNode) parser.jjtree.rootNode();
    } catch (ParseException e) {
      Token wrong = e.currentToken == null ? null : e.currentToken.next;
      throw new WrongExpression(
          wrong == null ? 1 : wrong.beginLine,
          wrong == null || wrong.image.isEmpty()
              ? "The expression ends too early; something is missing at its end."
              : "This is not JSLT: "
                  + shortened(wrong.image)
                  + " is not expected here."
                  + hint(wrong));
    } catch (TokenMgrError e) {
      Matcher line = LEXICAL_LINE.matcher(String.valueOf(e.getMessage()));
      throw new WrongExpression(
          line.find() ? Integer.parseInt(line.group(1)) : 1,
          "This is not JSLT: a character or a quote is not expected here.");
    } catch (StackOverflowError e) {
      throw new WrongExpression(1, "The expression is nested too deeply.");
    }
  }

  /** Whether the node is of this production of the grammar. */
  static boolean is(SimpleNode node, String production) {
    return node.toString().equals(production);
  }

  static SimpleNode child(SimpleNode node, int index) {
    return (SimpleNode) node.jjtGetChild(index);
  }

  /** What people meet who do not know the grammar by heart. */
  private static String hint(Token wrong) {
    return switch (wrong.image) {
      case "[" -> " An index follows only on a name or a call: let list = [...] $list[0].";
      case "," ->
          " If a list begins behind a call or a name, it is taken for an index of it: end what comes"
              + " before with else null, or in another way.";
      case "=" -> " Two values are compared by ==.";
      default -> "";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
