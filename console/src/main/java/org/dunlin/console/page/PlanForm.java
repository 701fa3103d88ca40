package org.dunlin.console.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a plan as it is written on its page.
 *
 * @param planId which plan is changed; absent: a new one
 * @param version the newest when it was read; 0: none of the company's own
 * @param choose whether a new plan comes into force with it
 */
public record PlanForm(@Nullable String planId, int version, String yaml, boolean choose) {
  private static final Pattern ID = Pattern.compile("(?m)^(\\s*-\\s+id:\\s*)(\\S+)");

  /** The text under another id, which a person may change. */
  static String copied(String yaml) {
    return ID.matcher(yaml).replaceFirst("$1$2-copy");
  }
}
