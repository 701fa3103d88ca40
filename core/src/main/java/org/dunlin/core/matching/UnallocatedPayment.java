package org.dunlin.core.matching;

import org.dunlin.core.model.Payment;
import org.joda.money.Money;

/**
 * A payment of which something is not yet allocated.
 *
 * @param unallocated the amount less all allocations that hold
 */
public record UnallocatedPayment(Payment payment, Money unallocated) {}
