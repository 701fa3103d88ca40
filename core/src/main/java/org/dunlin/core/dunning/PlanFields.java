package org.dunlin.core.dunning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan from its YAML fields. */
final class PlanFields {
  private static final String CUSTOMER = "customer";

  private PlanFields() {}

  static Plan plan(YamlFields fields) {
    String id = fields.text("id");
    if (id.equals(Plan.NONE)) {
      throw fields.wrong("id", "another id (none stands for never dunned)");
    }
    String name = fields.optionalText("name");
    List<Step> steps = steps(fields);
    return new Plan(
        id,
        name == null ? id : name,
        AudienceFields.audience(fields),
        per(fields),
        fields.amounts("tolerance"),
        contact(fields),
        onboarding(fields, steps),
        steps);
  }

  private static Per per(YamlFields fields) {
    Per per =
        fields.optional(
            "per",
            "customer or invoice",
            text ->
                switch (text) {
                  case CUSTOMER -> Per.CUSTOMER;
                  case "invoice" -> Per.INVOICE;
                  default -> null;
                });
    return per == null ? Per.CUSTOMER : per;
  }

  private static Contact contact(YamlFields fields) {
    YamlFields contact = fields.optionalObject("contact");
    if (contact == null) {
      return new Contact(0, false, null);
    }
    Contact result =
        new Contact(
            contact.count("minDaysBetween", 0),
            contact.truth("businessDaysOnly", false),
            contact.optional(
                "calendar",
                "a country or a country and region whose holidays are known, such as NL or DE-BY,",
                text -> HolidayCalendar.isKnown(text) ? text : null));
    contact.end();
    return result;
  }

  private static @Nullable Onboarding onboarding(YamlFields fields, List<Step> steps) {
    YamlFields onboarding = fields.optionalObject("onboarding");
    if (onboarding == null) {
      return null;
    }
    String enterAt = onboarding.text("enterAt");
    if (!enterAt.equals(Onboarding.FIRST)
        && steps.stream().noneMatch(step -> step.id().equals(enterAt))) {
      throw onboarding.wrong("enterAt", "first or the id of a step of this plan");
    }
    int perDay = onboarding.count("perDay", 0);
    if (perDay < 1) {
      throw onboarding.wrong("perDay", "how many invoices enter on a day, at least 1,");
    }
    onboarding.end();
    return new Onboarding(enterAt, perDay);
  }

  private static List<Step> steps(YamlFields fields) {
    List<Step> steps = fields.objects("steps", "step", StepFields::step);
    if (steps.isEmpty()) {
      throw fields.wrong("steps", "at least one step");
    }
    if (steps.getFirst().due() instanceof Due.AfterPrevious) {
      throw fields.wrong("steps", "a first step that counts from the due date");
    }
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.id())) {
        throw fields.duplicate("steps", "two steps have the id " + step.id() + "; rename one");
      }
    }
    return steps;
  }
}
