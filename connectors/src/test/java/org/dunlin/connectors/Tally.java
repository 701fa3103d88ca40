package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a conformance test found, for its report: files, entries, fields, refusals. */
final class Tally {
  private final String what;
  private final Map<String, Integer> refused = new TreeMap<>();
  private int files;
  private int entries;
  private int right;
  private int compared;

  Tally(String what) {
    this.what = what;
  }

  /** Counts a file that was read, with its entries. */
  synchronized void read(int found) {
    files++;
    entries += found;
  }

  /** Counts a file that was refused. */
  synchronized void refused(String why) {
    refused.merge(why, 1, Integer::sum);
  }

  /** Holds a field against what is expected. */
  synchronized void same(@Nullable Object found, @Nullable Object expected) {
    compared++;
    assertThat(found).isEqualTo(expected);
    right++;
  }

  synchronized void print() {
    System.out.println(
        what
            + ": "
            + files
            + " files read, "
            + entries
            + " entries, "
            + right
            + " of "
            + compared
            + " fields as expected");
    refused.forEach((why, times) -> System.out.println("  refused " + times + " × " + why));
  }
}
