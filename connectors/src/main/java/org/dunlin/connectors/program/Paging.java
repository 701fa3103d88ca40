package org.dunlin.connectors.program;

import org.jspecify.annotations.Nullable;

/**
 * How page follows on page. Each kind ends where its next page is not named; one of known size ends
 * with a page of fewer objects.
 */
public sealed interface Paging {
  /** One page is all. */
  record None() implements Paging {}

  /**
   * Pages have numbers: {@code {page.number}}.
   *
   * @param window the program gives no more than so many pages of a list, and the pull goes on with
   *     the first page from the cursor; 0 where it gives all
   */
  record Page(int first, int size, int window) implements Paging {}

  /** Pages begin behind so many objects: {@code {page.offset}}. */
  record Offset(int first, int size) implements Paging {}

  /**
   * A reply names the next page: {@code {page.token}}.
   *
   * @param next the value in the reply
   * @param first the value of the first page
   * @param size 0 where it is not known
   */
  record Token(Selector next, @Nullable String first, int size) implements Paging {}

  /**
   * A reply holds the address of the next page.
   *
   * @param size 0 where it is not known
   */
  record Link(Selector next, int size) implements Paging {}

  /**
   * The header Link holds the address of the next page, as {@code rel="next"} (RFC 8288).
   *
   * @param size 0 where it is not known
   */
  record LinkHeader(int size) implements Paging {}

  /**
   * The key of the last object is the token of the next page.
   *
   * @param size 0 where only {@code more} ends it
   */
  record LastKey(int size) implements Paging {}
}
