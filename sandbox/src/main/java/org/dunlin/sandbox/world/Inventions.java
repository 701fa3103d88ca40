package org.dunlin.sandbox.world;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents customers beyond those of the table, each as its country writes names and addresses. */
final class Inventions {
  private static final String TABLE = "inventions.csv";

  /** Of twenty customers so many are of each country. */
  private static final List<String> COUNTRIES =
      List.of(
          "NL", "DE", "NL", "BE", "FR", "NL", "GB", "NL", "DE", "BE", "NL", "FR", "NL", "DE", "NL",
          "GB", "BE", "NL", "DE", "FR");

  private static final Map<String, String> LANGUAGES =
      Map.of("NL", "nl", "BE", "nl", "DE", "de", "FR", "fr", "GB", "en");

  private final long seed;
  private final Map<String, List<String>> words = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Inventions(long seed) {
    this.seed = seed;
    for (String line : Table.lines(TABLE)) {
      String[] cells = line.split(";", -1);
      words.computeIfAbsent(cells[0] + " " + cells[1], kind -> new ArrayList<>()).add(cells[2]);
    }
  }

  /** The customer of this place in the row of all. */
  DebtorRow row(int index) {
    Chance chance = Chance.of(seed, "invention " + index);
    String country = COUNTRIES.get(index % COUNTRIES.size());
    String name = name(country, chance);
    String[] place = word(country, "place", chance).split("\\|", -1);
    Habit habit = Habits.of(index, country);
    return new DebtorRow(
        name,
        country,
        street(country, chance),
        place[0],
        place[1],
        String.valueOf(LANGUAGES.get(country)),
        email(name, country, index, chance),
        habit,
        habit == Habit.GONE || chance.oneIn(2) ? 14 : 30,
        chance.between(1, 5) < 3);
  }

  private String name(String country, Chance chance) {
    while (true) {
      String name =
          String.format(Locale.ROOT, word(country, "trade", chance), word(country, "name", chance));
      if (used.add(name)) {
        return name;
      }
    }
  }

  private String street(String country, Chance chance) {
    String street = word(country, "street", chance);
    int number = chance.between(1, 180);
    return switch (country) {
      case "FR", "GB" -> number + " " + street;
      default -> street + " " + number;
    };
  }

  /** One in twenty-five has none, and gets no reminder for it. */
  private @Nullable String email(String name, String country, int index, Chance chance) {
    String mailbox = word(country, "mailbox", chance);
    if (index % 25 == 7) {
      return null;
    }
    String domain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll(" (gmbh|ag|kg|bv|nv|sarl|sas|sa|ltd|b\\.v\\.|v\\.o\\.f\\.).*$", "")
            .replaceAll("[^a-z0-9]+", "-");
    return mailbox + "@" + domain + ".example";
  }

  private String word(String country, String kind, Chance chance) {
    return chance.from(words.getOrDefault(country + " " + kind, List.of("")));
  }
}
