package org.dunlin.connectors.jslt;

import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that mappings may call: JSLT's own, as far as they are sound, and the hub's. */
final class Functions {
  /** JSLT's own that are taken as they are; those of texts and patterns are made anew. */
  private static final Set<String> TAKEN =
      Set.of(
          "contains",
          "size",
          "error",
          "min",
          "max",
          "is-number",
          "is-integer",
          "is-decimal",
          "is-string",
          "string",
          "lowercase",
          "uppercase",
          "sha256-hex",
          "starts-with",
          "ends-with",
          "to-json",
          "trim",
          "not",
          "boolean",
          "is-boolean",
          "is-object",
          "get-key",
          "array",
          "is-array",
          "flatten",
          "all",
          "any",
          "zip",
          "zip-with-index",
          "index-of",
          "parse-time",
          "format-time",
          "parse-url");

  private static final String FIGURES =
      " is refused, since JSLT computes in binary floating point; use plus, minus, times, divide or sum.";
  private static final String DIFFERS =
      " is refused: a mapping makes the same of the same object every time.";

  private static final Set<String> COUNTING =
      Set.of(CountedSource.COUNTED, CountedSource.ENTERED, CountedSource.LEFT);

  private static final Map<String, String> REFUSED =
      Map.of(
          "round", FIGURES,
          "floor", FIGURES,
          "ceiling", FIGURES,
          "mod", FIGURES,
          "hash-int", " is refused; use sha256-hex.",
          "random", DIFFERS,
          "now", DIFFERS,
          "uuid", DIFFERS);

  private static final List<Function> ALL = made();
  private static final Set<String> NAMES =
      ALL.stream().map(Function::getName).collect(Collectors.toUnmodifiableSet());

  private Functions() {}

  static List<Function> all() {
    return ALL;
  }

  /** Whether a call of this name means a function that is there already. */
  static boolean isKnown(String name) {
    return NAMES.contains(name) || name.equals("fallback");
  }

  /** Why a call of this name is refused; null where it is not. */
  static @Nullable String refusal(String name) {
    if (name.contains(":")) {
      return "A mapping imports nothing; each is whole.";
    }
    if (COUNTING.contains(name)) {
      return name + " is no function of mappings.";
    }
    String reason = REFUSED.get(name);
    return reason == null ? null : name + reason;
  }

  private static List<Function> made() {
    List<Function> all = new ArrayList<>();
    all.add(new Named(CountedSource.COUNTED, 1, 1, given -> given[0]));
    all.add(new Named(CountedSource.ENTERED, 0, 0, given -> Work.enter()));
    all.add(new Named(CountedSource.LEFT, 1, 1, given -> Work.leave(given[0])));
    for (String name : TAKEN) {
      Function taken = BuiltinFunctions.functions.get(name);
      if (taken != null) {
        all.add(
            new Named(
                name,
                taken.getMinArguments(),
                taken.getMaxArguments(),
                given -> taken.call(given[0], given)));
      }
    }
    Stream.of(
            AmountFunctions.all(), DateFunctions.all(), TextFunctions.all(), PatternFunctions.all())
        .forEach(all::addAll);
    return List.copyOf(all);
  }
}
