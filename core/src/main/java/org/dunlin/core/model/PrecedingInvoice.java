package org.dunlin.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An earlier invoice that a credit note or a corrected invoice names (EN 16931, BG-3).
 *
 * @param number the earlier invoice's (BT-25)
 * @param issueDate the earlier invoice's (BT-26)
 */
public record PrecedingInvoice(String number, @Nullable LocalDate issueDate) {}
