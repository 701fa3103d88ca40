package org.dunlin.store.tieout;

import java.math.BigDecimal;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;

/**
 * A part of a difference.
 *
 * @param amount by which the program says more, in the currency of the line
 * @param effect of what is not written back: how its write-back stands; absent where there is none
 */
public record DifferencePart(
    DifferenceReason reason, BigDecimal amount, @Nullable EffectState effect) {}
