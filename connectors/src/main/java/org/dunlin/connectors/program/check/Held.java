package org.dunlin.connectors.program.check;

import org.dunlin.connectors.program.Capability;

/**
 * Whether a capability that a folder declares holds.
 *
 * @param by what shows it; where it does not hold, what is missing
 */
public record Held(Capability capability, boolean holds, String by) {}
