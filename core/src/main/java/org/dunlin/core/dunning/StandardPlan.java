package org.dunlin.core.dunning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The plan that comes with the hub: three e-mails, for a company that has no plans of its own. */
public final class StandardPlan {
  private static final String RESOURCE = "standard.yaml";
  private static final Plan PLAN = read();

  private StandardPlan() {}

  /** The plan with the id {@code standard}. */
  public static Plan plan() {
    return PLAN;
  }

  private static Plan read() {
    try (InputStream stream = StandardPlan.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + RESOURCE);
      }
      return PlanReader.read(stream, RESOURCE).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
