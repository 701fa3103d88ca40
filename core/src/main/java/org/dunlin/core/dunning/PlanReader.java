package org.dunlin.core.dunning;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads plans in YAML, strictly: what is not known is refused and never left aside, so that no plan
 * runs other than it reads.
 */
public final class PlanReader {
  /** Far more than a file of plans needs. */
  static final int LARGEST_BYTES = 256 * 1024;

  private PlanReader() {}

  /**
   * The plans of a file in its order.
   *
   * @param source what a problem names as the place, such as the file's name
   * @throws PlanRefused at the first thing that cannot be taken
   * @throws IOException when the stream cannot be read
   */
  public static List<Plan> read(InputStream stream, String source) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST_BYTES + 1);
    PlanPlace file = PlanPlace.file(source);
    if (bytes.length > LARGEST_BYTES) {
      throw file.refused(
          "FILE_TOO_LARGE",
          "a file of plans has at most " + LARGEST_BYTES / 1024 + " KB; split it");
    }
    YamlFields root = YamlDocument.read(bytes, file);
    List<Plan> plans = root.objects("plans", "plan", PlanFields::plan);
    root.end();
    if (plans.isEmpty()) {
      throw root.wrong("plans", "at least one plan");
    }
    Set<String> ids = new HashSet<>();
    for (Plan plan : plans) {
      if (!ids.add(plan.id())) {
        throw root.duplicate("plans", "two plans have the id " + plan.id() + "; rename one");
      }
    }
    return plans;
  }
}
