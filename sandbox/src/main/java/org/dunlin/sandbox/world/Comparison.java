package org.dunlin.sandbox.world;

import java.util.List;

/**
 * What somebody made of the payments, held against what was meant.
 *
 * @param right as meant, to the cent
 * @param wrong what was applied and not meant
 * @param missing what was meant and not applied
 */
public record Comparison(List<Settlement> right, List<Settlement> wrong, List<Settlement> missing) {
  public Comparison {
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
    missing = List.copyOf(missing);
  }
}
