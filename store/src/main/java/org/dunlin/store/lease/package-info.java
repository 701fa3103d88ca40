/**
 * Who works on what: leases with an owner, an end and a version that fences late results.
 *
 * <p>Stages take and renew leases; the database's clock decides when one is over.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.lease;
