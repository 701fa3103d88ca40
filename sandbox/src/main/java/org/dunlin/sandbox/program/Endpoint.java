package org.dunlin.sandbox.program;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
  /**
   * The answer.
   *
   * @throws Refusal when the request cannot be granted
   * @throws org.dunlin.sandbox.program.books.Impossible when the books refuse
   */
  Reply answer(Ask ask);
}
