package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import org.jspecify.annotations.Nullable;

/** A function of mappings; what it is given is counted as work. */
record Named(String name, int least, int most, Body body) implements Function {
  /** What it does with its arguments; null is nothing. */
  @FunctionalInterface
  interface Body {
    @Nullable JsonNode of(JsonNode[] arguments);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getMinArguments() {
    return least;
  }

  @Override
  public int getMaxArguments() {
    return most;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] arguments) {
    for (JsonNode argument : arguments) {
      Work.over(argument);
    }
    try {
      JsonNode result = body.of(arguments);
      return result == null ? NullNode.instance : result;
    } catch (WrongArgument e) {
      throw new FailedExpression(name + ": " + e.getMessage() + ".");
    }
  }

  /** An argument that the function cannot take; the message is part of a sentence. */
  static final class WrongArgument extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongArgument(String message) {
      super(message, null, false, false);
    }

    /** What is expected, and the beginning of what came. */
    WrongArgument(String expected, JsonNode found) {
      this(expected + " is expected, not " + shown(found));
    }

    private static String shown(JsonNode found) {
      String text = found.isContainerNode() ? "a list or an object" : found.toString();
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
  }
}
