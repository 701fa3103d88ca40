package org.dunlin.console.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.console.words.Words;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Note;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;

/** What a computation of claims says to a person, in the reader's language. */
public final class ClaimSentences {
  private static final Pattern SERIES = Pattern.compile("^no rate of (\\S+) ");
  private static final Pattern DAYS = Pattern.compile("(\\S+) to (\\S+)");

  private ClaimSentences() {}

  /** What is not owed and why, or what is to be verified. */
  public static String note(Words words, Note note) {
    return words.say(
        "claims.note." + note.kind().name(),
        note.values().stream().map(value -> value(words, value)).toArray());
  }

  /** What could not be reckoned, and what is missing for it. */
  public static String problem(Words words, Problem problem) {
    Matcher series = SERIES.matcher(problem.message());
    String position = String.valueOf(problem.position());
    Matcher days = DAYS.matcher(position);
    return words.say(
        "claims.problem." + problem.code(),
        days.matches() ? value(words, days.group(1)) : position,
        days.matches() ? value(words, days.group(2)) : position,
        series.find() ? series.group(1) : position);
  }

  /** What the computation supposes. */
  public static String remark(Words words, String remark) {
    return Claims.remarkName(remark)
        .flatMap(name -> words.find("claims.remark." + name))
        .orElse(remark);
  }

  private static String value(Words words, String value) {
    try {
      return words.date(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return amount(words, value);
    }
  }

  private static String amount(Words words, String value) {
    try {
      return words.amount(Money.parse(value));
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
