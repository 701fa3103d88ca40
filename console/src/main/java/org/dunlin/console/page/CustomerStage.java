package org.dunlin.console.page;

import java.util.List;
import java.util.Map;
import org.dunlin.console.words.Words;
import org.dunlin.store.view.StageOfCustomer;

/** The stage of a customer in words. */
public final class CustomerStage {
  private CustomerStage() {}

  /** Such as "Reminded (step 2 of 3), 24 Nov 2026". */
  public static String of(StageOfCustomer stage, Words words, Map<String, List<String>> plans) {
    String name = words.name(stage.stage());
    String step = stage.step() == null ? "" : step(stage, words, plans);
    return name + step + (stage.on() == null ? "" : ", " + words.date(stage.on()));
  }

  private static String step(StageOfCustomer stage, Words words, Map<String, List<String>> plans) {
    List<String> steps = plans.getOrDefault(String.valueOf(stage.plan()), List.of());
    int place = steps.indexOf(String.valueOf(stage.step()));
    return place >= 0
        ? " " + words.say("talk.step", place + 1, steps.size())
        : " (" + stage.step() + ")";
  }
}
