package org.dunlin.sandbox.program;

import java.util.Map;

/** How a vendor says what is the same with all of them. */
public interface Manners {
  /** Headers that tell what is left of the limits. */
  Map<String, String> quotas(Limits.Verdict verdict);

  /**
   * Too many requests.
   *
   * @param told whether it says when to come again
   */
  Reply tooMany(Limits.Verdict verdict, boolean told);

  /** No token, or one that does not count. */
  Reply unauthorised(TokenState state);

  /** A request that is refused. */
  Reply refused(Refusal refusal);

  /** The program fails. */
  Reply failed(int status);

  /** What should be a page is none, under status 200. */
  Reply emptyPage(Ask ask);
}
