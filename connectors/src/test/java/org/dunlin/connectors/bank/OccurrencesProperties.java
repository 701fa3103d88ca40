package org.dunlin.connectors.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dunlin.connectors.Scratch;

/** What is held in memory and what is not makes no difference. */
class OccurrencesProperties {
  @Property(tries = 300)
  void eachNameIsCountedRightHoweverFewAreHeld(
      @ForAll @Size(max = 400) List<@IntRange(max = 60) Integer> names,
      @ForAll @IntRange(max = 50) int held) {
    Occurrences occurrences = new Occurrences(Scratch.MEMORY, held);
    Map<Integer, Integer> counted = new HashMap<>();

    for (Integer name : names) {
      assertThat(occurrences.count("K/" + name)).isEqualTo(counted.merge(name, 1, Integer::sum));
    }
  }
}
