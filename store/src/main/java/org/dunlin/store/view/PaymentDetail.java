package org.dunlin.store.view;

import java.util.List;
import org.dunlin.store.ledger.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * All about one payment but its timeline.
 *
 * @param allocations what is applied of it, and what is suggested; the newest first
 * @param setAsideBy who found it to be no customer's; absent where nobody did
 * @param delivery what brought it; absent where that is not known any more
 */
public record PaymentDetail(
    PaymentState payment,
    List<AllocationLine> allocations,
    @Nullable String setAsideBy,
    Deliveries.@Nullable Line delivery) {}
