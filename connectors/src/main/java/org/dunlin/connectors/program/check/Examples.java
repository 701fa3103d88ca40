package org.dunlin.connectors.program.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;
import org.jspecify.annotations.Nullable;

/** The examples of streams and effects of one folder. Those of notices are tried elsewhere. */
public final class Examples {
  private static final String TOP = "examples/";
  private static final String WEBHOOK = "webhook";
  private static final String EXPECTED = ".expected.jsonl";
  private static final String REQUEST = ".request.json";
  private static final String PARENT = ".parent.json";
  private static final String ANSWERS = ".answers.json";
  private static final String JSON = ".json";
  private static final String FETCHED = ".fetched";

  private final Folder folder;
  private final Program program;

  private Examples(Folder folder, Program program) {
    this.folder = folder;
    this.program = program;
  }

  /** Tries them all, in the order of their names. */
  public static List<ExampleOutcome> tried(Folder folder, Program program) {
    return new Examples(folder, program).all();
  }

  private List<ExampleOutcome> all() {
    List<ExampleOutcome> outcomes = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(folder.files()).entrySet()) {
      String path = file.getKey();
      if (path.startsWith(TOP) && isCase(path)) {
        outcomes.add(new ExampleOutcome(path, difference(path, file.getValue())));
      }
    }
    return outcomes;
  }

  private static boolean isCase(String path) {
    return path.endsWith(JSON)
        && !path.endsWith(REQUEST)
        && !path.endsWith(PARENT)
        && !path.startsWith(TOP + WEBHOOK + "/");
  }

  private @Nullable String difference(String path, byte[] content) {
    int slash = path.indexOf('/', TOP.length());
    if (slash < 0) {
      return "an example lies in a folder named as its stream or effect.";
    }
    String about = path.substring(TOP.length(), slash);
    String stem = path.substring(0, path.length() - JSON.length());
    boolean stream =
        program.all().stream().anyMatch(each -> each.manifest().stream(about).isPresent());
    if (stream) {
      byte[] expected = folder.files().get(stem + EXPECTED);
      return expected == null
          ? "beside it, " + stem + EXPECTED + " is missing."
          : ofStream(about, stem, content, expected);
    }
    if (about.equals(Totals.STREAM) && program.manifest().totals() != null) {
      byte[] expected = folder.files().get(stem + EXPECTED);
      return expected == null
          ? "beside it, " + stem + EXPECTED + " is missing."
          : ofTotals(content, expected);
    }
    Effect effect =
        program.manifest().effects().stream()
            .filter(each -> each.name().equals(about))
            .findFirst()
            .orElse(null);
    if (effect != null && path.endsWith(ANSWERS)) {
      String known = path.substring(0, path.length() - ANSWERS.length()) + JSON;
      byte[] whole = folder.files().get(known);
      return whole == null
          ? "beside it, " + known + " is missing: what the hub knows."
          : AnswersExample.difference(program, about, whole, content);
    }
    if (effect != null) {
      byte[] expected = folder.files().get(stem + REQUEST);
      return expected == null
          ? "beside it, " + stem + REQUEST + " is missing."
          : EffectExample.difference(program, about, content, expected);
    }
    return "there is no stream and no effect " + about + ".";
  }

  private @Nullable String ofTotals(byte[] content, byte[] expected) {
    for (Program variant : program.all()) {
      Totals totals = variant.manifest().totals();
      String difference =
          totals == null ? null : new TotalsExample(variant, totals).difference(content, expected);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  /** A reply is read alike, whatever was chosen in the settings. */
  private @Nullable String ofStream(String name, String stem, byte[] content, byte[] expected) {
    for (Program variant : program.all()) {
      Stream stream = variant.manifest().stream(name).orElse(null);
      String difference =
          stream == null
              ? null
              : new StreamExample(variant, stream, stem.endsWith(FETCHED))
                  .difference(content, expected, folder.files().get(stem + PARENT));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }
}
