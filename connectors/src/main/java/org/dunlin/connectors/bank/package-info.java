/**
 * What all formats of bank statements have in common.
 *
 * <p>Each format hands in what it found of an entry, a balance or a text. Out come names of entries
 * that stay the same in every statement, the fields that banks mark within a text, and statements
 * whose balances tie out, or the refusal that says where they do not.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.bank;
