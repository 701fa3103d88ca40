/**
 * The pages: how a company stands, its flows, its inbox, its messages, and the buttons.
 *
 * <p>Requests and rows from the store come in; records and wording that templates print go out, and
 * what a button did comes back as a plain sentence.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.page;
