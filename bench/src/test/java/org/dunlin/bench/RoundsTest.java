package org.dunlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How value and baseline are measured in turn. */
class RoundsTest {
  @Test
  void everySecondRoundGoesBackwards() throws Exception {
    List<String> taken = new ArrayList<>();

    Rounds.of(3, List.of(noting("value", taken), noting("baseline", taken)));

    assertThat(taken)
        .containsExactly("value", "baseline", "baseline", "value", "value", "baseline");
  }

  @Test
  void theFigureOfEachIsItsMedian() throws Exception {
    Iterator<Double> values = List.of(9.0, 1.0, 5.0).iterator();
    Iterator<Double> baselines = List.of(2.0, 2.0, 70.0).iterator();

    Rounds rounds = Rounds.of(3, List.of(values::next, baselines::next));

    assertThat(rounds.median(0)).isEqualTo(5.0);
    assertThat(rounds.median(1)).isEqualTo(2.0);
  }

  @Test
  void ofAnEvenNumberTheMedianLiesBetweenTheTwoInTheMiddle() throws Exception {
    Iterator<Double> values = List.of(8.0, 1.0, 3.0, 4.0).iterator();

    assertThat(Rounds.of(4, List.of(values::next)).median(0)).isEqualTo(3.5);
  }

  @Test
  void ofTwentyNineteenAreNoLargerThanTheNinetyFifthPercentile() throws Exception {
    Iterator<Double> values = Stream.iterate(20.0, value -> value - 1).iterator();

    Rounds rounds = Rounds.of(20, List.of(values::next));

    assertThat(rounds.percentile(0, 95)).isEqualTo(19.0);
    assertThat(rounds.percentile(0, 100)).isEqualTo(20.0);
  }

  private static Rounds.Measurement noting(String name, List<String> taken) {
    return () -> {
      taken.add(name);
      return 1;
    };
  }
}
