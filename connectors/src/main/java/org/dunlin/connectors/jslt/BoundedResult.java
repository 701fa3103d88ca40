package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.dunlin.connectors.jslt.Named.WrongArgument;

/** A text that is put together from pieces and cannot grow without end. */
final class BoundedResult {
  static final int LONGEST = 1 << 20;
  private final StringBuilder text = new StringBuilder();

  BoundedResult add(CharSequence piece) {
    if (text.length() + piece.length() > LONGEST) {
      throw new WrongArgument(
          "a text of at most " + LONGEST + " characters is made, and this is longer");
    }
    text.append(piece);
    return this;
  }

  JsonNode node() {
    return TextNode.valueOf(text.toString());
  }
}
