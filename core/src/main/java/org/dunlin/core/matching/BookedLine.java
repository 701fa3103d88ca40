package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a program says that one of its payments, or credit notes, settles of an invoice.
 *
 * @param booking the program's id of the payment or credit note
 * @param creditNote the ledger's id of the credit note, where it is one that is there
 * @param date of the payment; absent of a credit note, and while the payment has not come
 * @param account of the payment, by its key, where the program says it
 * @param back whether money went back, so that the invoice is open again for so much
 * @param told the hub's line of which the program was told and that it confirmed as this
 */
public record BookedLine(
    String booking,
    @Nullable UUID creditNote,
    Money amount,
    @Nullable LocalDate date,
    @Nullable String account,
    boolean back,
    @Nullable UUID told) {}
