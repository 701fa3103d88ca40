package org.dunlin.store.view;

import java.util.List;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * All about one payment but its timeline.
 *
 * @param allocations what is applied of it, and what is suggested; the newest first
 * @param adjustments what was settled with it without money, the youngest first
 * @param setAsideBy who found it to be no customer's; absent where nobody did
 * @param delivery what brought it; absent where that is not known any more
 */
public record PaymentDetail(
    PaymentState payment,
    List<AllocationLine> allocations,
    List<Adjustments.Stored> adjustments,
    @Nullable String setAsideBy,
    Deliveries.@Nullable Line delivery) {}
