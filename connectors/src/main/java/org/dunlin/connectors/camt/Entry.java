package org.dunlin.connectors.camt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booked Ntry: what stands in it itself, and the single transactions of which it is made.
 *
 * @param details its transactions, or those of the first that are held
 * @param cut whether it has more than are held
 * @param additional AddtlNtryInf: free words of the bank
 * @param further what else stands in the entry itself
 */
record Entry(
    EntryHead head,
    List<Detail> details,
    boolean cut,
    @Nullable String additional,
    Further further) {}
