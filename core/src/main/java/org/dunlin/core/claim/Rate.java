package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One figure of a series of reference rates.
 *
 * @param through the last day on which it is established that no other came
 * @param percent a year; may be negative
 * @param source who issues it
 */
public record Rate(
    String series,
    LocalDate validFrom,
    LocalDate through,
    BigDecimal percent,
    RateStatus status,
    String source) {}
