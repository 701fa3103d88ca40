package org.dunlin.sandbox.program;

/** What can go wrong with a request. */
public enum Happening {
  /** 429 with word of when to come again. */
  TOO_MANY,
  /** 429 without a word. */
  TOO_MANY_UNTOLD,
  /** 500, and nothing is done. */
  FAILS,
  /** 503, and nothing is done. */
  UNAVAILABLE,
  /** What is asked is done, and answered with 500. */
  FAILS_AFTER_WRITE,
  /** What is asked is done, and not answered until {@link Trouble#release}. */
  SILENT_AFTER_WRITE,
  /** The connection ends without an answer, and nothing is done. */
  HANGS_UP,
  /** What is asked is done, and the connection ends without an answer. */
  HANGS_UP_AFTER_WRITE,
  /** The answer waits until {@link Trouble#release}, and then it comes. */
  SLOW,
  /** The access token is refused. */
  TOKEN_REFUSED,
  /** The page before comes again. */
  PAGE_TWICE,
  /** The records of the page come in another order. */
  PAGE_REORDERED,
  /** The page is empty, or holds an error, under status 200. */
  EMPTY_PAGE
}
