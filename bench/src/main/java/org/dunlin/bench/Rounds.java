package org.dunlin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures several things in turn, round by round, so that what else the machine does hits all of
 * them; the figure of each is its median.
 */
public final class Rounds {
  private final List<List<Double>> measured = new ArrayList<>();

  private Rounds() {}

  /** One measurement of one thing. */
  @FunctionalInterface
  public interface Measurement {
    /** The measured number. */
    double take() throws Exception;
  }

  /**
   * Takes every measurement so many times. Every second round goes backwards, so that none always
   * follows the same other.
   */
  public static Rounds of(int rounds, List<Measurement> measurements) throws Exception {
    Rounds taken = new Rounds();
    measurements.forEach(each -> taken.measured.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < measurements.size(); i++) {
        int which = round % 2 == 0 ? i : measurements.size() - 1 - i;
        taken.measured.get(which).add(measurements.get(which).take());
      }
    }
    return taken;
  }

  /** The median of the thing with this place in the list. */
  public double median(int which) {
    List<Double> sorted = new ArrayList<>(measured.get(which));
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * The measurement of the thing with this place in the list that so many of a hundred are no
   * larger than.
   */
  public double percentile(int which, int percent) {
    List<Double> sorted = new ArrayList<>(measured.get(which));
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }
}
