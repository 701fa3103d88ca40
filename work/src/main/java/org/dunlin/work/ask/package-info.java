/**
 * Asking a program: what may be asked, with what it is asked, and what the answer means.
 *
 * <p>A request comes in; it is counted, gets its credentials and leaves. Out comes the answer, or
 * why there is none: each case by its type, with the sentence that people read.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.ask;
