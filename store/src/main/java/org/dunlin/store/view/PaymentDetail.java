package org.dunlin.store.view;

import java.util.List;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Refunds;
import org.jspecify.annotations.Nullable;

/**
 * All about one payment but its timeline.
 *
 * @param allocations what is applied of it, and what is suggested; the newest first
 * @param adjustments what was settled with it without money, the youngest first
 * @param setAsideBy who found it to be no customer's, or one's credit; absent where nobody did
 * @param credit whose credit a person found it to be; absent where nobody did
 * @param paidAgain whose credit it seems to be, since it names what is settled; absent where it
 *     does not
 * @param refunds what it gives back, or what gives it back, and what of that is suggested
 * @param delivery what brought it; absent where that is not known any more
 */
public record PaymentDetail(
    PaymentState payment,
    List<AllocationLine> allocations,
    List<Adjustments.Stored> adjustments,
    @Nullable String setAsideBy,
    @Nullable Credited credit,
    @Nullable Credited paidAgain,
    List<Refunds.Stored> refunds,
    Deliveries.@Nullable Line delivery) {}
