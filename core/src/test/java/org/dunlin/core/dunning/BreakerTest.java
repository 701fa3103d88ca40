package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {
  @Test
  void itTripsAboveThreeTimesTheUsualAndNotAtIt() {
    assertThat(Breaker.trips(30, List.of(10, 10, 10), 5)).isFalse();
    assertThat(Breaker.trips(31, List.of(10, 10, 10), 5)).isTrue();
  }

  @Test
  void theUsualIsTheMedianSoThatOneFloodDoesNotExcuseTheNext() {
    assertThat(Breaker.trips(31, List.of(1000, 10, 10), 5)).isTrue();
  }

  @Test
  void theMedianOfAnEvenNumberOfDaysLiesBetweenTheTwoInTheMiddle() {
    assertThat(Breaker.trips(31, List.of(11, 10), 5)).isFalse();
    assertThat(Breaker.trips(32, List.of(11, 10), 5)).isTrue();
  }

  @Test
  void daysWithoutAMessageDoNotMakeTheUsualSmaller() {
    assertThat(Breaker.trips(30, List.of(0, 0, 0, 0, 10), 5)).isFalse();
  }

  @Test
  void upToTheFloorNothingTrips() {
    assertThat(Breaker.trips(20, List.of(1), 20)).isFalse();
    assertThat(Breaker.trips(21, List.of(1), 20)).isTrue();
  }

  @Test
  void aFirstDayIsJudgedByTheFloorAlone() {
    assertThat(Breaker.trips(20, List.of(), 20)).isFalse();
    assertThat(Breaker.trips(21, List.of(0), 20)).isTrue();
  }

  @Test
  void numbersAtTheEdgeDoNotOverflow() {
    assertThat(Breaker.trips(Integer.MAX_VALUE, List.of(Integer.MAX_VALUE), 1)).isFalse();
    assertThat(Breaker.trips(Integer.MAX_VALUE, List.of(1), 1)).isTrue();
  }
}
