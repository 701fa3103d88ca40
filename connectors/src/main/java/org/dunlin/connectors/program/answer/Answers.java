package org.dunlin.connectors.program.answer;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Program;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;

/** Judges answers by the error table of the program, and by what HTTP says where that is silent. */
public final class Answers {
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  private Answers() {}

  /** What is done upon an answer. */
  public static Verdict of(Program program, HttpReply reply, Instant now) {
    Answered answered = new Answered(reply);
    return ruled(program, answered, now)
        .orElseGet(() -> able(program, Defaults.of(program, answered, now)));
  }

  /** What the error table says of an answer, where it says anything. */
  public static Optional<Verdict> ruled(Program program, HttpReply reply, Instant now) {
    return ruled(program, new Answered(reply), now);
  }

  private static Optional<Verdict> ruled(Program program, Answered answered, Instant now) {
    return program.manifest().errors().stream()
        .filter(answered::fits)
        .findFirst()
        .map(rule -> able(program, Ruled.of(program, rule, answered, now)));
  }

  /**
   * What is done upon the second answer, after a refresh: asking to refresh again means that a
   * person must authorise.
   */
  public static Verdict afterRefresh(Program program, Verdict verdict) {
    return verdict instanceof Verdict.Refresh
        ? new Verdict.Reauthorise(
            program.manifest().name()
                + " refuses access although it was just renewed; authorise the connection anew.")
        : verdict;
  }

  /**
   * What is done when no answer came. It may have arrived: a write-back looks first whether it is
   * there.
   */
  public static Verdict without(NoReply lost) {
    return new Verdict.Retry(null, Sentence.of(String.valueOf(lost.getMessage())));
  }

  /** What is done when nothing has left. */
  public static Verdict without(NotSent unsent) {
    return new Verdict.Retry(null, Sentence.of(String.valueOf(unsent.getMessage())));
  }

  /** How many requests are left by the program's own count, in a header of its answer. */
  public static OptionalInt remaining(String header, HttpReply reply) {
    return reply
        .header(header)
        .map(String::strip)
        .filter(text -> COUNT.matcher(text).matches())
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElseGet(OptionalInt::empty);
  }

  /** A key that a person filled in cannot be renewed by the hub. */
  private static Verdict able(Program program, Verdict verdict) {
    boolean renewable =
        switch (program.manifest().authorisation()) {
          case Authorisation.OAuth2 oauth -> true;
          case Authorisation.Session session -> true;
          case Authorisation.None none -> false;
          case Authorisation.Bearer bearer -> false;
          case Authorisation.Basic basic -> false;
          case Authorisation.Header header -> false;
          case Authorisation.Signed signed -> false;
        };
    return renewable || !(verdict instanceof Verdict.Refresh)
        ? verdict
        : new Verdict.Reauthorise(
            program.manifest().name()
                + " does not accept the credentials of this connection; enter them anew.");
  }
}
