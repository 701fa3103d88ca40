/**
 * Connections to programs: where each pull is, what is wanted of them, and by which tokens.
 *
 * <p>Use cases claim the connection that is due longest and write down what a page brought, in the
 * transaction that takes the page in; notices and people say what is wanted. Secrets and tokens lie
 * sealed, and what is written under a lease that was lost is refused.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.program;
