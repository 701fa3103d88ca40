package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What the lines of a document come to, with the tax of each rate rounded once, as EN 16931 has it.
 */
record Totals(List<Group> groups) {
  /** The lines of one VAT rate together. */
  record Group(BigDecimal percent, Money net) {
    Money tax() {
      return net.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }
  }

  static Totals of(List<Line> lines) {
    Map<BigDecimal, Money> byRate = new TreeMap<>();
    lines.forEach(line -> byRate.merge(line.percent(), line.net(), Money::plus));
    List<Group> groups = new ArrayList<>();
    byRate.forEach((percent, net) -> groups.add(new Group(percent, net)));
    return new Totals(List.copyOf(groups));
  }

  Money net() {
    return Euro.sum(groups.stream().map(Group::net).toList());
  }

  Money tax() {
    return Euro.sum(groups.stream().map(Group::tax).toList());
  }

  Money gross() {
    return net().plus(tax());
  }
}
