/**
 * What is decided of SEPA direct debit: when a mandate has lapsed, on which day money can be
 * collected, in which sequence, and what a refusal means.
 *
 * <p>Mandates, open instalments and the bank's reason codes come in; collection days, sequence
 * types, texts that are agreed to, and whether to try again go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.debit;
