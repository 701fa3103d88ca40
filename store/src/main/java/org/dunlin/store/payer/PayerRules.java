package org.dunlin.store.payer;

/**
 * What customers may do on the payer's page by themselves.
 *
 * @param promiseDays a day may be promised that is at most so many days away; 0: none
 * @param agreesAtOnce whether instalments within the company's rules are agreed to at once; where
 *     not, they are proposed and a person answers
 */
public record PayerRules(int promiseDays, boolean agreesAtOnce) {
  /** The longest that anyone may promise, in days. */
  public static final int MOST_DAYS = 366;

  /** Where a company has said nothing. */
  public static final PayerRules USUAL = new PayerRules(14, false);

  public PayerRules {
    if (promiseDays < 0 || promiseDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "a day may be promised from 0 to " + MOST_DAYS + " days away");
    }
  }
}
