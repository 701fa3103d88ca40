package org.dunlin.work.dun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlanReader;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** A plan as a person writes it: one a text, with an id that an address may hold. */
public final class PlanText {
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
  private static final String SOURCE = "plan";

  private PlanText() {}

  /**
   * The plan of a text.
   *
   * @param planId which it has to be; null: whichever
   * @throws org.dunlin.core.dunning.PlanRefused at the first thing that cannot be taken
   * @throws PlanNotTaken when it is not one plan, has another id, or names an unknown template
   */
  public static Plan plan(String yaml, @Nullable String planId) {
    List<Plan> plans = read(yaml, SOURCE);
    Plan plan = plans.getFirst();
    if (plans.size() > 1) {
      throw refused("ONE_PLAN", "write one plan here; save each of the others by itself");
    }
    if (!ID.matcher(plan.id()).matches()) {
      throw refused(
          "WRONG_ID",
          "the id of a plan has at most 60 letters, digits, dots, hyphens and underscores");
    }
    if (planId != null && !planId.equals(plan.id())) {
      throw refused(
          "OTHER_ID", "this plan is " + planId + "; keep its id, or copy it under another");
    }
    for (Step step : plan.steps()) {
      String template = step.template();
      if (template != null && !Reminders.templates().contains(template)) {
        throw refused(
            "UNKNOWN_TEMPLATE",
            "step "
                + step.id()
                + ": there is no template "
                + template
                + "; there are "
                + String.join(", ", Reminders.templates()));
      }
    }
    return plan;
  }

  static PlanNotTaken refused(String code, String message) {
    return new PlanNotTaken(new Problem(SOURCE, null, code, message));
  }

  static List<Plan> read(String yaml, String source) {
    try {
      return PlanReader.read(
          new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
