package org.dunlin.work.figure;

import org.dunlin.core.figure.Figure;
import org.dunlin.store.view.Standing;

/**
 * How a company stands in one currency, and how quickly it is paid, in days.
 *
 * @param countBack days sales outstanding by count-back
 * @param average days sales outstanding by average
 * @param bestPossible what {@code average} would be if everybody paid in time
 * @param effectiveness how much of what could be collected was, in per cent
 */
public record Figured(
    Standing standing,
    Figure countBack,
    Figure average,
    Figure bestPossible,
    Figure effectiveness) {}
