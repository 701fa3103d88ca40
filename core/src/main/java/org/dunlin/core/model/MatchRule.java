package org.dunlin.core.model;

/** The tier of matching that found an allocation. */
public enum MatchRule {
  STRUCTURED_REFERENCE,
  DOCUMENT_NUMBER,
  KNOWN_PAYER,
  SCORE,
  RETURN
}
