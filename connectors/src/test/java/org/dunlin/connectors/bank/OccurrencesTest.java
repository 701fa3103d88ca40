package org.dunlin.connectors.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.dunlin.connectors.OnDisk;
import org.dunlin.connectors.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many names a file has, each is counted, and memory holds a bounded part of them. */
class OccurrencesTest {
  private static final int HELD = 1 << 18;

  @TempDir private Path folder;

  private static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Scratch full() {
    return () -> {
      throw new Full();
    };
  }

  @Test
  void nothingLiesOutsideMemoryBeforeItHoldsWhatItMay() {
    Occurrences occurrences = new Occurrences(full());
    for (int i = 0; i < HELD; i++) {
      occurrences.count("K/" + i);
    }

    assertThatThrownBy(() -> occurrences.count("one more")).isInstanceOf(Full.class);
  }

  @Test
  void whatCameIsKnownStillWhereNoMoreFindsRoom() {
    Occurrences occurrences = new Occurrences(full(), 1);
    occurrences.count("K");

    assertThatThrownBy(() -> occurrences.count("K")).isInstanceOf(Full.class);
    assertThatThrownBy(() -> occurrences.count("K")).isInstanceOf(Full.class);
  }

  @Test
  void namesThatComeAgainAfterHundredsOfThousandsOfOthersAreCounted() {
    Random random = new Random(1);
    Map<Integer, Integer> counted = new HashMap<>();
    try (OnDisk disk = new OnDisk(folder)) {
      Occurrences occurrences = new Occurrences(disk, 10_000);
      boolean right = true;
      for (int i = 0; i < 300_000; i++) {
        int name = random.nextInt(200_000);
        right &= occurrences.count("K/" + name) == counted.merge(name, 1, Integer::sum);
      }

      assertThat(right).isTrue();
    }
  }

  @Test
  void roomThatBecameTooSmallIsGivenBack() {
    try (OnDisk disk = new OnDisk(folder)) {
      Occurrences occurrences = new Occurrences(disk, 5_000);
      for (int i = 0; i < 50_000; i++) {
        occurrences.count("K/" + i);
      }

      assertThat(disk.rooms()).isGreaterThan(2);
      assertThat(disk.open()).isEqualTo(1);
    }
  }
}
