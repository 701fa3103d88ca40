package org.dunlin.core.debit;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rulebooks say of mandates (EPC016-06 for CORE, EPC222-07 for B2B). */
public final class MandateRules {
  /** So many months after the last collection a mandate is no longer good (EPC016-06, 4.7.2). */
  public static final int LAPSES_AFTER_MONTHS = 36;

  /** Characters of a reference that every bank takes (EPC230-15), without blanks. */
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9+?/:().,'-]{1,35}");

  private MandateRules() {}

  /**
   * Whether it has lapsed.
   *
   * @param lastCollected the day of the last debit that was presented; absent where there was none
   */
  public static boolean lapsed(
      LocalDate signedOn, @Nullable LocalDate lastCollected, LocalDate today) {
    LocalDate since = lastCollected == null ? signedOn : lastCollected;
    return since.plusMonths(LAPSES_AFTER_MONTHS).isBefore(today);
  }

  /** Whether a text may be a mandate reference: banks refuse a slash at either end, and two. */
  public static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches()
        && !text.startsWith("/")
        && !text.endsWith("/")
        && !text.contains("//");
  }
}
