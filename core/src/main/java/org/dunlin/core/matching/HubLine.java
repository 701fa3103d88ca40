package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the hub has allocated to an invoice.
 *
 * @param payment that settles it, where it is one
 * @param creditNote where a credit note settles it; all else of it is a payment's then
 * @param whole the payment's own amount, of which the line may be a part
 * @param date of the payment
 * @param account of the payment, by its key
 * @param made as which of the program's bookings the line was made, where a booking made it
 */
public record HubLine(
    UUID id,
    @Nullable UUID payment,
    @Nullable UUID creditNote,
    Money amount,
    @Nullable Money whole,
    @Nullable LocalDate date,
    @Nullable String account,
    @Nullable String made) {}
