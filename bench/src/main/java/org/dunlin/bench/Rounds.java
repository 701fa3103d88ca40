package org.dunlin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Measures several things in turn, round by round, so that what else the machine does hits all of
 * them; the figure of each is its median.
 */
public final class Rounds {
  private final List<Measurement> measurements;
  private final List<List<Double>> measured = new ArrayList<>();
  private int taken;

  /** None are taken yet; others may ask meanwhile what is known. */
  public Rounds(List<Measurement> measurements) {
    this.measurements = List.copyOf(measurements);
    measurements.forEach(each -> measured.add(Collections.synchronizedList(new ArrayList<>())));
  }

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
    Rounds taken = new Rounds(measurements);
    for (int round = 0; round < rounds; round++) {
      taken.take(which -> true);
    }
    return taken;
  }

  /**
   * Takes one round.
   *
   * @param wanted of the things, by their places in the list, those that are measured in it
   */
  public void take(IntPredicate wanted) throws Exception {
    boolean backwards = taken++ % 2 == 1;
    for (int i = 0; i < measurements.size(); i++) {
      int which = backwards ? measurements.size() - 1 - i : i;
      if (wanted.test(which)) {
        measured.get(which).add(measurements.get(which).take());
      }
    }
  }

  /** How often the thing with this place in the list was measured. */
  public int times(int which) {
    return measured.get(which).size();
  }

  /** The median of the thing with this place in the list. */
  public double median(int which) {
    List<Double> sorted = sorted(which);
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
    List<Double> sorted = sorted(which);
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  private List<Double> sorted(int which) {
    List<Double> sorted = new ArrayList<>(measured.get(which));
    Collections.sort(sorted);
    return sorted;
  }
}
