package org.dunlin.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stops dunning of a customer, or of one invoice; for ever where no last day is given. */
public record Hold(
    @Nullable String customerId,
    @Nullable String invoiceId,
    HoldReason reason,
    @Nullable LocalDate until)
    implements CanonicalRecord {}
