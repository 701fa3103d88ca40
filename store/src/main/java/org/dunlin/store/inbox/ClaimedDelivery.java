package org.dunlin.store.inbox;

import org.dunlin.store.lease.Lease;

/** A delivery together with the lease under which it is translated. */
public record ClaimedDelivery(Delivery delivery, Lease lease) {}
