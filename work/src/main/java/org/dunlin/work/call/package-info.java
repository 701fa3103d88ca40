/**
 * Calls to outside programs and mail servers, kept as they happen.
 *
 * <p>A request comes in with what it belongs to and the secrets that are known. Out comes the
 * answer; beside it a row says what was asked, what was answered and how long it took, without the
 * secrets. That a row cannot be written never changes what becomes of the call.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.call;
