package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much one evaluation has done, in values looked at. It may look at a million values, and at
 * each value of its input some times more.
 */
final class Work {
  /** Of a second's length at most, and as many values as fit into some tens of megabytes. */
  static final long FREE = 1_000_000;

  private static final long PER_VALUE = 8;
  private static final int CHARACTERS_PER_VALUE = 8;
  private static final int DEEPEST = 500;
  private static final int DEEPEST_CALLS = 250;

  private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

  private final JsonNode input;
  private long most = FREE;
  private boolean inputCounted;
  private long done;
  private int calls;

  private Work(JsonNode input) {
    this.input = input;
  }

  /** Carries out what looks at the input, and counts its work. */
  static JsonNode counting(JsonNode input, Supplier<JsonNode> evaluation) {
    Work outer = CURRENT.get();
    Work work = new Work(input);
    CURRENT.set(work);
    try {
      JsonNode result = evaluation.get();
      work.look(result);
      return result;
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /** Counts so many values. */
  static void add(long values) {
    Work work = CURRENT.get();
    if (work != null) {
      work.count(values);
    }
  }

  /** Counts the value and all that is in it. */
  static void over(JsonNode value) {
    Work work = CURRENT.get();
    if (work != null) {
      work.look(value);
    }
  }

  /** Counts that a function of the mapping is entered: one that calls itself must end. */
  static @Nullable JsonNode enter() {
    Work work = CURRENT.get();
    if (work != null && ++work.calls > DEEPEST_CALLS) {
      throw new FailedExpression(
          "The functions of the mapping call each other more than " + DEEPEST_CALLS + " deep.");
    }
    return null;
  }

  /** Counts that a function of the mapping is left with this result. */
  static JsonNode leave(JsonNode result) {
    Work work = CURRENT.get();
    if (work != null) {
      work.calls--;
    }
    return result;
  }

  private void look(JsonNode value) {
    look(value, 0);
  }

  private void look(JsonNode value, int depth) {
    if (depth > DEEPEST) {
      throw new FailedExpression("The result is nested more than " + DEEPEST + " deep.", true);
    }
    count(1);
    if (value.isTextual()) {
      count(value.textValue().length() / CHARACTERS_PER_VALUE);
    } else if (value.isContainerNode()) {
      for (JsonNode each : value) {
        look(each, depth + 1);
      }
    }
  }

  private void count(long values) {
    done += values;
    if (done > most) {
      extend();
    }
  }

  /** Counts the input only when what is free is used up, since most evaluations need far less. */
  private void extend() {
    if (!inputCounted) {
      inputCounted = true;
      most += PER_VALUE * size(input, 0);
    }
    if (done > most) {
      throw new FailedExpression(
          "The expression takes too much work: it looks at more than "
              + most
              + " values; let it look at fewer.",
          true);
    }
  }

  private static long size(JsonNode value, int depth) {
    long size = 1;
    if (value.isTextual()) {
      size += value.textValue().length() / CHARACTERS_PER_VALUE;
    }
    if (depth <= DEEPEST) {
      for (JsonNode each : value) {
        size += size(each, depth + 1);
      }
    }
    return size;
  }
}
