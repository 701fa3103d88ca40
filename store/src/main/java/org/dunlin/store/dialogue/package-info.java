/**
 * What stops dunning because somebody said so, and what was said with customers.
 *
 * <p>Promises, disputes, arrangements, holds, notes and answers come in, in the caller's
 * transaction; what people wrote is sealed with the customer's key. What stands, whose a task is
 * and what a company agrees to go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.dialogue;
