/**
 * What a program itself says that its customers owe.
 *
 * <p>An answer to a request for it comes in. Rows by customer go out, with how the reading goes on,
 * or the sentence that says why the answer is not taken.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.total;
