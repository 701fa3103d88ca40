package org.dunlin.core.dunning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/** A step from its YAML fields. */
final class StepFields {
  private static final Pattern DAYS = Pattern.compile("([+-]?\\d{1,4})d");
  private static final Pattern DUE =
      Pattern.compile("(?:(previous|end-of-month) +)?([+-]?\\d{1,4})d");

  private static final int LONGEST_ID = 200;

  private StepFields() {}

  static Step step(YamlFields fields) {
    String id = fields.text("id");
    if (id.length() > LONGEST_ID) {
      throw fields.wrong("id", "a text of at most " + LONGEST_ID + " characters");
    }
    Due due =
        required(
            fields,
            "due",
            fields.optional(
                "due",
                "days such as \"+5d\", \"-3d\", \"previous +7d\" or \"end-of-month +10d\"",
                StepFields::due));
    Channel channel = required(fields, "channel", fields.optionalOneOf("channel", Channel.class));
    return new Step(
        id,
        due,
        until(fields, due),
        channel,
        template(fields, channel),
        fields.amounts("minAmount"),
        waitAtMost(fields, channel),
        claim(fields, channel),
        fields.truth("approve", false));
  }

  private static @Nullable Due due(String text) {
    Matcher matcher = DUE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int days = Integer.parseInt(matcher.group(2));
    String from = matcher.group(1);
    if (from == null) {
      return new Due.FromDueDate(days);
    }
    if (from.equals("end-of-month")) {
      return new Due.EndOfMonth(days);
    }
    return days < 0 ? null : new Due.AfterPrevious(days);
  }

  private static @Nullable Integer until(YamlFields fields, Due due) {
    Integer until =
        fields.optional("until", "days from the due date such as \"0d\"", StepFields::days);
    if (until != null && due instanceof Due.FromDueDate from && until < from.days()) {
      throw fields.wrong("until", "a day that is not before the step's own");
    }
    return until;
  }

  private static @Nullable String template(YamlFields fields, Channel channel) {
    String template = fields.optionalText("template");
    return switch (channel) {
      case EMAIL, LETTER, TEXT -> required(fields, "template", template);
      case CALL, HANDOVER -> template;
    };
  }

  /** What a text has no room to compute it does not claim either. */
  private static List<ClaimKind> claim(YamlFields fields, Channel channel) {
    List<ClaimKind> claim = fields.words("claim", ClaimKind.class);
    if (channel == Channel.TEXT && !claim.isEmpty()) {
      throw fields.wrong("claim", "an EMAIL or a LETTER (a text has no room for claims)");
    }
    return claim;
  }

  private static @Nullable Integer waitAtMost(YamlFields fields, Channel channel) {
    Integer days = fields.optional("waitAtMost", "days such as 5d", StepFields::days);
    if (days != null && days < 0) {
      throw fields.wrong("waitAtMost", "days that are not negative");
    }
    if (days != null && channel != Channel.CALL) {
      throw fields.wrong("waitAtMost", "a CALL (other channels wait for nobody)");
    }
    return days;
  }

  private static @Nullable Integer days(String text) {
    Matcher matcher = DAYS.matcher(text);
    return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
  }

  private static <T> T required(YamlFields fields, String name, @Nullable T value) {
    if (value == null) {
      throw fields.missing(name);
    }
    return value;
  }
}
