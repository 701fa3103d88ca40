package org.dunlin.core.profile;

/**
 * How a company lets its customers pay by links.
 *
 * @param partPayments whether less than what is open of an invoice may be paid there
 * @param linkDays for how many days a link can be paid, from 1 to {@link #MOST_DAYS}
 * @param writeLinks whether links are written into the program that an invoice is from, where it
 *     can be told one
 */
public record Paying(boolean partPayments, int linkDays, boolean writeLinks) {
  /** For as many days as a link may be paid at most. */
  public static final int MOST_DAYS = 366;

  /** What counts where a company has said nothing. */
  public static final Paying USUAL = new Paying(false, 90, true);
}
