package org.dunlin.connectors.program.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dunlin.connectors.program.ErrorRule;
import org.dunlin.connectors.program.Limit;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.limit.Limits;

/** What a rule of the error table says of an answer that it fits. */
final class Ruled {
  private static final Duration WAIT = Duration.ofMinutes(1);

  private Ruled() {}

  static Verdict of(Program program, ErrorRule rule, Answered answered, Instant now) {
    return switch (rule.then()) {
      case OK -> new Verdict.Ok();
      case RETRY ->
          new Verdict.Retry(
              RetryAfter.of(answered.reply(), now).orElse(null), sentence(program, rule, answered));
      case WAIT -> waiting(program, rule, answered, now);
      case REFRESH -> new Verdict.Refresh();
      case REAUTHORISE -> new Verdict.Reauthorise(sentence(program, rule, answered));
      case GONE -> new Verdict.Gone();
      case REFUSE -> new Verdict.Refuse(sentence(program, rule, answered));
    };
  }

  private static Verdict waiting(Program program, ErrorRule rule, Answered answered, Instant now) {
    Instant until =
        RetryAfter.of(answered.reply(), now)
            .or(
                () ->
                    Optional.ofNullable(rule.untilLimit()).flatMap(name -> end(program, name, now)))
            .orElseGet(() -> now.plus(rule.pause() == null ? WAIT : rule.pause()));
    return new Verdict.Wait(until, rule.untilLimit(), sentence(program, rule, answered));
  }

  /** When the window of the limit ends; a short one is over after its length. */
  private static Optional<Instant> end(Program program, String limit, Instant now) {
    return Limits.longWindows(program).stream()
        .filter(window -> window.name().equals(limit))
        .findFirst()
        .map(window -> window.end(now))
        .or(
            () ->
                program.manifest().limits().stream()
                    .filter(each -> each.name().equals(limit))
                    .filter(Limit.Window.class::isInstance)
                    .findFirst()
                    .map(each -> now.plus(((Limit.Window) each).per())));
  }

  private static String sentence(Program program, ErrorRule rule, Answered answered) {
    Selector say = rule.say();
    return Optional.ofNullable(say)
        .flatMap(answered::said)
        .map(text -> program.manifest().name() + ": " + text)
        .orElseGet(() -> Defaults.sentence(program, answered));
  }
}
