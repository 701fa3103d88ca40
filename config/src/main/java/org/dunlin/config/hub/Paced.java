package org.dunlin.config.hub;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dunlin.work.Rush;

/**
 * Work that gives way in a rush.
 *
 * @param pace gives it its turns
 * @param work says whether it found anything
 * @param wakeAfter lets it be asked for again after so long
 */
record Paced(Rush.Pace pace, BooleanSupplier work, Consumer<Duration> wakeAfter)
    implements BooleanSupplier {
  @Override
  public boolean getAsBoolean() {
    return pace.turn(wakeAfter) && work.getAsBoolean();
  }
}
