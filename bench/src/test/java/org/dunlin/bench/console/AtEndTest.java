package org.dunlin.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done at the end of a benchmark, whatever brings it about. */
class AtEndTest {
  @Test
  void theLastIsDoneFirstAndEachOnce() {
    List<String> done = new ArrayList<>();
    AtEnd end = new AtEnd();
    end.also(() -> done.add("folder"));
    end.also(() -> done.add("hub"));

    end.close();
    end.close();

    assertThat(done).containsExactly("hub", "folder");
  }
}
