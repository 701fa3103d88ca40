package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.console.words.Words;
import org.dunlin.core.dunning.Audience;
import org.dunlin.core.dunning.Due;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.model.Problem;
import org.dunlin.work.dun.PlanEffect.Done;

/** Plans in the reader's words. */
public final class PlanWords {
  private static final Pattern LINE = Pattern.compile("line (\\d+).*");

  private PlanWords() {}

  /** When a step is due, such as "5 days after the due date". */
  public static String due(Step step, Words words) {
    return switch (step.due()) {
      case Due.FromDueDate(int days) when days < 0 -> words.say("plans.due.before", -days);
      case Due.FromDueDate(int days) when days == 0 -> words.say("plans.due.on");
      case Due.FromDueDate(int days) -> words.say("plans.due.after", days);
      case Due.AfterPrevious(int days) -> words.say("plans.due.previous", days);
      case Due.EndOfMonth(int days) -> words.say("plans.due.end-of-month", days);
    };
  }

  /** Whom a plan is for, a sentence a condition; "everyone" where there is none. */
  public static List<String> audience(Plan plan, Words words) {
    Audience audience = plan.audience();
    List<String> parts = new ArrayList<>();
    Boolean consumer = audience.consumer();
    if (consumer != null) {
      parts.add(words.say(consumer ? "plans.for.consumers" : "plans.for.businesses"));
    }
    if (!audience.countries().isEmpty()) {
      Locale locale = Locale.forLanguageTag(words.code());
      String countries =
          String.join(
              ", ",
              audience.countries().stream()
                  .map(code -> Locale.of("", code).getDisplayCountry(locale))
                  .sorted()
                  .toList());
      parts.add(words.say("plans.for.countries", countries));
    }
    if (!audience.segments().isEmpty()) {
      parts.add(
          words.say(
              "plans.for.segments",
              String.join(", ", audience.segments().stream().sorted().toList())));
    }
    if (!audience.risk().isEmpty()) {
      parts.add(
          words.say(
              "plans.for.risk",
              String.join(
                  ", ",
                  audience.risk().stream()
                      .sorted()
                      .map(level -> RiskWords.level(level, words))
                      .toList())));
    }
    return parts.isEmpty() ? List.of(words.say("plans.for.everyone")) : parts;
  }

  /** What a step claims, asks for and waits for, a sentence each. */
  public static List<String> besides(Step step, Words words) {
    List<String> parts = new ArrayList<>();
    if (!step.minAmount().isEmpty()) {
      parts.add(words.say("plans.step.from", words.amounts(step.minAmount().values())));
    }
    Integer until = step.untilDays();
    if (until != null) {
      parts.add(
          until < 0
              ? words.say("plans.step.until-before", -until)
              : words.say("plans.step.until", until));
    }
    if (step.waitAtMostDays() != null) {
      parts.add(words.say("plans.step.waits", step.waitAtMostDays()));
    }
    if (step.approve()) {
      parts.add(words.say("plans.step.approve"));
    }
    return parts;
  }

  /** Such as "4 Dec 2026 reminder-2, by e-mail". */
  public static String done(Done done, Words words) {
    String state =
        switch (done.state()) {
          case HELD, AWAITING_APPROVAL -> " (" + words.name(done.state()) + ")";
          case DUE, SENDING, SENT, DONE, UNKNOWN, FAILED, CANCELLED -> "";
        };
    return words.date(done.on()) + " " + done.step() + ", " + words.name(done.channel()) + state;
  }

  /** What a refusal means in the reader's language. */
  public static Optional<String> problem(Problem problem, Words words) {
    return words.find("plans.problem." + problem.code());
  }

  /** The number of the line that a refusal is about; empty where it has none. */
  static Optional<String> lineNumber(Problem problem) {
    String position = problem.position();
    Matcher line = LINE.matcher(position == null ? "" : position);
    return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }

  /** The line of the text that a refusal is about, with its number; empty where it has none. */
  public static Optional<String> line(Problem problem, String yaml) {
    List<String> lines = yaml.lines().toList();
    return lineNumber(problem)
        .map(Integer::parseInt)
        .filter(number -> number >= 1 && number <= lines.size())
        .map(number -> number + "  " + lines.get(number - 1));
  }
}
