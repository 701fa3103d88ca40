/**
 * Remembers by what customers can pay and what they began to pay. In come links, checkouts and what
 * a company has said of paying; out come the same, those of a set of invoices, and what ended.
 */
@NullMarked
package org.dunlin.store.pay;

import org.jspecify.annotations.NullMarked;
