package org.dunlin.core.dunning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The plan that comes with the hub: three e-mails, for a company that has no plans of its own. */
public final class StandardPlan {
  private static final String RESOURCE = "standard.yaml";
  private static final Plan PLAN = read();

  private StandardPlan() {}

  /** The plan with the id {@code standard}. */
  public static Plan plan() {
    return PLAN;
  }

  /** The same as it is written, with its comments, for a person to change. */
  public static String yaml() {
    try (InputStream stream = StandardPlan.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + RESOURCE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan read() {
    byte[] yaml = yaml().getBytes(StandardCharsets.UTF_8);
    try {
      return PlanReader.read(new ByteArrayInputStream(yaml), RESOURCE).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
