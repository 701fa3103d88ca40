package org.dunlin.config.hub;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dunlin.work.Rest;

/**
 * Work that is seldom due and asked for often, as each turn of a stage does: once nothing was due,
 * it is looked for again after a pause only. Who asks meanwhile is woken when that is over, so that
 * nothing waits for longer.
 */
final class Seldom implements BooleanSupplier {
  private final BooleanSupplier work;
  private final Rest rest;
  private final Consumer<Duration> wakeAfter;

  /**
   * @param work says whether there was any
   * @param wakeAfter lets it be asked for again after so long
   */
  Seldom(BooleanSupplier work, Duration pause, Consumer<Duration> wakeAfter) {
    this.work = work;
    this.rest = new Rest(pause);
    this.wakeAfter = wakeAfter;
  }

  @Override
  public boolean getAsBoolean() {
    if (rest.isOn(wakeAfter)) {
      return false;
    }
    boolean worked = work.getAsBoolean();
    if (!worked) {
      rest.begin();
    }
    return worked;
  }
}
