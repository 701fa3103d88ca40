package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.dunlin.core.matching.Text.Atom;
import org.iban4j.IbanUtil;

/**
 * Finds known numbers in texts, as whole tokens only: a number is never found inside a longer token
 * or group of digits, an account number, an amount or a date.
 */
final class Mentions {
  private static final String TOLERATED = "-/._ ";
  private static final int MOST_TOLERATED = 3;
  private static final Set<String> TELEPHONE =
      Set.of("TEL", "TELEFON", "TELEFOON", "TELEPHONE", "PHONE", "FON", "FAX", "MOBIL", "GSM");
  private static final int MOST_ATOMS = 12;
  private static final int SHORTEST_IBAN = 15;
  private static final int LONGEST_IBAN = 34;

  private final Predicate<String> known;
  private final IntSupplier longest;

  Mentions(Set<String> known) {
    this(known::contains, () -> known.stream().mapToInt(String::length).max().orElse(0));
  }

  Mentions(Predicate<String> known, IntSupplier longest) {
    this.known = known;
    this.longest = longest;
  }

  List<Mention> in(String raw) {
    return in(Text.of(raw));
  }

  /** The known numbers that the text quotes, in its order; of two that overlap only the longer. */
  List<Mention> in(Text text) {
    List<Mention> mentions = new ArrayList<>();
    int from = 0;
    while (from < text.atoms().size()) {
      int iban = ibanEnd(text.atoms(), from);
      int to = iban > from ? from : longestKnown(text.atoms(), from);
      if (to > from) {
        Surroundings around = new Surroundings(text.atoms(), from, to);
        if (around.whole() && !telephone(text.atoms(), from)) {
          mentions.add(
              new Mention(key(text.atoms(), from, to), around.written(), around.loose(), from, to));
        }
      }
      from = Math.max(Math.max(iban, to), from + 1);
    }
    return mentions;
  }

  /** The end of the longest run of joined atoms from here that is a known number, else here. */
  private int longestKnown(List<Atom> atoms, int from) {
    StringBuilder key = new StringBuilder();
    int most = longest.getAsInt();
    int found = from;
    for (int i = from; i < atoms.size() && i < from + MOST_ATOMS; i++) {
      Atom atom = atoms.get(i);
      if (i > from && !tolerated(atom.before()) || key.length() + atom.text().length() > most) {
        break;
      }
      key.append(atom.text());
      if (known.test(key.toString())) {
        found = i + 1;
      }
    }
    return found;
  }

  /** The end of an account number that begins here, in one piece or in groups, else here. */
  private static int ibanEnd(List<Atom> atoms, int from) {
    if (!beginsIban(atoms.get(from).text())) {
      return from;
    }
    StringBuilder iban = new StringBuilder();
    for (int i = from; i < atoms.size(); i++) {
      boolean joined = i == from || Text.blank(atoms.get(i).before());
      if (!joined || iban.length() + atoms.get(i).text().length() > LONGEST_IBAN) {
        break;
      }
      iban.append(atoms.get(i).text());
      if (iban.length() >= SHORTEST_IBAN && IbanUtil.isValid(iban.toString())) {
        return i + 1;
      }
    }
    return from;
  }

  private static boolean tolerated(String between) {
    if (between.isEmpty() || between.length() > MOST_TOLERATED) {
      return false;
    }
    for (int i = 0; i < between.length(); i++) {
      if (TOLERATED.indexOf(between.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Two letters, two digits, and nothing else than either behind them. */
  private static boolean beginsIban(String text) {
    if (text.length() < 4) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z';
      if (i < 2 ? !letter : i < 4 ? !digit : !letter && !digit) {
        return false;
      }
    }
    return true;
  }

  private static boolean telephone(List<Atom> atoms, int from) {
    return from > 0 && TELEPHONE.contains(atoms.get(from - 1).text());
  }

  private static String key(List<Atom> atoms, int from, int to) {
    StringBuilder key = new StringBuilder();
    atoms.subList(from, to).forEach(atom -> key.append(atom.text()));
    return key.toString();
  }
}
