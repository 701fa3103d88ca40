package org.dunlin.store.outbox;

import org.dunlin.store.lease.Lease;

/** An effect together with the lease under which it is delivered. */
public record ClaimedEffect(Effect effect, Lease lease) {}
