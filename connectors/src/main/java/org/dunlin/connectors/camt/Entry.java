package org.dunlin.connectors.camt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booked Ntry: what stands in it itself, and the single transactions of which it is made.
 *
 * @param additional AddtlNtryInf: free words of the bank
 */
record Entry(EntryHead head, List<Detail> details, @Nullable String additional) {}
