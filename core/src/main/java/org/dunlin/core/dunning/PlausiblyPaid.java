package org.dunlin.core.dunning;

import java.time.LocalDate;

/** An invoice that money which came in on a day, and is not allocated, could settle. */
public record PlausiblyPaid(String invoiceId, LocalDate from) {}
