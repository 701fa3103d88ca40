/**
 * What is true of an invoice beyond what one delivery says.
 *
 * <p>That complete readings of its program do not bring it any more comes in, and which
 * connection's figures count; holds, void invoices and journal go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.source;
