package org.dunlin.bench.pay;

import java.util.List;

/** How long each took, in nanoseconds. */
record Spans(List<Long> nanos) {
  Spans {
    nanos = nanos.stream().sorted().toList();
  }

  /** The time, in milliseconds, in which this share of them was there. */
  double millis(double share) {
    int index = (int) Math.ceil(share * nanos.size()) - 1;
    return nanos.get(Math.clamp(index, 0, nanos.size() - 1)) / 1e6;
  }
}
