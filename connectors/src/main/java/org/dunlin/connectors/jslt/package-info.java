/**
 * JSLT as mappings may use it: without arithmetic in binary floating point, without anything that
 * differs from one time to the next, and with a bound on the work of each evaluation.
 *
 * <p>Sources of expressions and JSON come in. Expressions that can be carried out, or the line and
 * the sentence of what is wrong with them, and JSON go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.jslt;
