package org.dunlin.console.page;

import java.util.List;
import org.dunlin.console.words.Words;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.dunlin.store.view.StageOfCustomer;

/** The stage of a customer in words. */
public final class CustomerStage {
  private CustomerStage() {}

  /** Such as "Reminded (step 2 of 3), 24 Nov 2026". */
  public static String of(StageOfCustomer stage, Words words) {
    String name = words.name(stage.stage());
    String step = stage.step() == null ? "" : step(stage, words);
    return name + step + (stage.on() == null ? "" : ", " + words.date(stage.on()));
  }

  private static String step(StageOfCustomer stage, Words words) {
    Plan plan = StandardPlan.plan();
    List<String> steps = plan.steps().stream().map(Step::id).toList();
    int place = steps.indexOf(String.valueOf(stage.step()));
    return plan.id().equals(stage.plan()) && place >= 0
        ? " " + words.say("talk.step", place + 1, steps.size())
        : " (" + stage.step() + ")";
  }
}
