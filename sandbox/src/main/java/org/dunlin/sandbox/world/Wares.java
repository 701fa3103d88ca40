package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the company sells. */
enum Wares {
  LABOUR("Arbeid monteur", "HUR", 6250, 8950, 12, "21"),
  CONTRACT("Onderhoudscontract per maand", "MON", 14500, 38000, 1, "21"),
  PAPER("Kopieerpapier A4 80 g, doos", "XBX", 2195, 2895, 20, "21"),
  CHAIR("Bureaustoel Ergo Plus", "C62", 21900, 34900, 6, "21"),
  LAMP("LED-paneel 60 x 60 cm", "C62", 3995, 6450, 24, "21"),
  COFFEE("Koffiebonen Huismelange, kilo", "KGM", 1295, 1695, 30, "9"),
  WATER("Bronwater, krat", "XCR", 795, 1150, 24, "9"),
  TRANSPORT("Bezorging & montage", "C62", 3500, 12500, 1, "21");

  private final String label;
  private final String unit;
  private final int cheapest;
  private final int dearest;
  private final int most;
  private final String percent;

  Wares(String label, String unit, int cheapest, int dearest, int most, String percent) {
    this.label = label;
    this.unit = unit;
    this.cheapest = cheapest;
    this.dearest = dearest;
    this.most = most;
    this.percent = percent;
  }

  /** One to four lines; abroad the buyer accounts for the tax. */
  static List<Line> sold(Debtor debtor, Chance chance) {
    boolean abroad = !debtor.country().equals("NL");
    List<Line> lines = new ArrayList<>();
    int count = chance.between(1, 4);
    for (int i = 0; i < count; i++) {
      lines.add(chance.from(List.of(values())).line(abroad, chance));
    }
    return List.copyOf(lines);
  }

  /** The same line month after month: invoices that only their numbers tell apart. */
  static List<Line> subscription(Debtor debtor) {
    BigDecimal percent = debtor.country().equals("NL") ? new BigDecimal("21") : BigDecimal.ZERO;
    return List.of(
        new Line("Abonnement serviceplan", "MON", BigDecimal.ONE, Euro.cents(24900), percent));
  }

  private Line line(boolean abroad, Chance chance) {
    return new Line(
        label,
        unit,
        BigDecimal.valueOf(chance.between(1, most)),
        Euro.cents(chance.between(cheapest, dearest)),
        abroad ? BigDecimal.ZERO : new BigDecimal(percent));
  }
}
