package org.dunlin.sandbox.program;

/** Knows whether a request may be answered. */
@FunctionalInterface
public interface Gatekeeper {
  /** What the request's token is worth. */
  TokenState state(Ask ask);
}
