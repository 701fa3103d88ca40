package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.core.matching.LedgerView.Kind;
import org.dunlin.core.matching.Text.Atom;
import org.jspecify.annotations.Nullable;

/**
 * Invoices that a text names by the end of their number only, in lists and ranges: {@code 41, 42},
 * {@code 2026-0041/42/44}, {@code 41-44}. So little is heard only of customers that are known
 * otherwise.
 */
final class ListedNumbers {
  private static final String DECIMAL = ".,";
  private static final Pattern DATE =
      Pattern.compile(
          "[0-3]?[0-9]([-/.])[01]?[0-9]\\1([0-9]{2}|20[0-9]{2})|20[0-9]{2}-[01][0-9]-[0-3][0-9]");
  private static final String JOINED = "-/._ ";
  private static final int MOST_LETTERS = 5;
  private static final int MOST_DIGITS = 9;
  private static final int MOST_OF_A_CUSTOMER = 256;
  private static final int MOST_ATOMS = 3;
  private static final int SHORTEST_END = 3;
  private static final int MOST_DEBTORS = 3;
  private static final int SHORTEST_WHOLE = 5;

  private final LedgerView view;
  private final Payable payable;

  ListedNumbers(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
  }

  /**
   * @param named every invoice that the text may name, in its order
   * @param ranged also those between two that stand beside each other
   */
  record Listed(List<Item> named, List<Item> ranged) {}

  /**
   * @param debtors whose invoices may be meant; where nobody is known, whose the first full number
   *     is
   * @param commas whether to read more into it, so that only several together count: two digits
   *     behind a comma as a number and no cents, digits as the end of a longer number
   */
  Listed of(Quotes quotes, Incoming incoming, Set<Debtor> debtors, boolean commas) {
    Map<Integer, Item> byPlace = new LinkedHashMap<>();
    List<Atom> atoms = quotes.text().atoms();
    Map<Integer, Mention> starts = new LinkedHashMap<>();
    quotes.mentions().forEach(mention -> starts.put(mention.from(), mention));
    Item before = null;
    int at = 0;
    while (at < atoms.size()) {
      Mention mention = starts.get(at);
      int end = mention == null ? at + 1 : mention.to();
      Set<Debtor> whose = before != null && debtors.isEmpty() ? Set.of(before.debtor) : debtors;
      Item item =
          mention == null ? null : own(view.with(Kind.NUMBER, mention.key()), incoming, whose);
      for (int to = Math.min(at + MOST_ATOMS, atoms.size());
          mention == null && item == null && to > at;
          to--) {
        item = whole(atoms, at, to, incoming, whose);
        end = item == null ? end : to;
      }
      if (item == null && mention == null && !whose.isEmpty() && !inDate(atoms, at)) {
        String digits = digits(atoms, at, commas);
        item = serial(digits, incoming, whose, before);
        item = item == null && commas ? ending(digits, incoming, whose) : item;
      }
      if (item != null) {
        byPlace.put(at, item);
        before = item;
      }
      at = end;
    }
    Set<Item> named = new LinkedHashSet<>(byPlace.values());
    return new Listed(List.copyOf(named), ranged(byPlace, incoming));
  }

  private @Nullable Item serial(
      String digits, Incoming incoming, Set<Debtor> debtors, @Nullable Item before) {
    if (digits.isEmpty()) {
      return null;
    }
    String serial = NumberKeys.withoutZeros(digits);
    Item item = own(view.with(Kind.SERIAL, serial), incoming, debtors);
    if (item == null && before != null) {
      String whole = view.numberKeys().of(before.number).serial();
      if (digits.length() < whole.length()) {
        String completed = whole.substring(0, whole.length() - digits.length()) + digits;
        item = own(view.with(Kind.SERIAL, completed), incoming, Set.of(before.debtor));
      }
    }
    return item;
  }

  /** The one of few customers' invoices whose number ends so. */
  private @Nullable Item ending(String digits, Incoming incoming, Set<Debtor> debtors) {
    if (digits.length() < SHORTEST_END || debtors.size() > MOST_DEBTORS) {
      return null;
    }
    Item found = null;
    for (Debtor debtor : debtors) {
      List<Item> all = view.of(debtor);
      for (Item item : all.subList(0, Math.min(all.size(), MOST_OF_A_CUSTOMER))) {
        if (item.mayEndWith(digits)
            && payable.by(item, incoming)
            && Text.compactEndsWith(item.number, digits)) {
          if (found != null) {
            return null;
          }
          found = item;
        }
      }
    }
    return found;
  }

  /** The digits of an atom that may be a serial number; none inside amounts. */
  static String digits(List<Atom> atoms, int at, boolean commas) {
    String digits = serial(atoms.get(at).text());
    if (digits.isEmpty()) {
      return digits;
    }
    boolean fraction =
        at > 0
            && Text.oneOf(DECIMAL, atoms.get(at).before())
            && digits.length() == 2
            && atoms.get(at - 1).digits();
    boolean whole =
        at + 1 < atoms.size()
            && Text.oneOf(DECIMAL, atoms.get(at + 1).before())
            && atoms.get(at + 1).digits()
            && atoms.get(at + 1).text().length() == 2;
    boolean stop =
        (fraction && atoms.get(at).before().equals("."))
            || (whole && atoms.get(at + 1).before().equals("."));
    return stop || (!commas && (fraction || whole)) ? "" : digits;
  }

  /** Digits, and such behind a few letters, without these; empty where it is something else. */
  private static String serial(String text) {
    int letters = 0;
    while (letters < text.length() && text.charAt(letters) >= 'A' && text.charAt(letters) <= 'Z') {
      letters++;
    }
    int digits = text.length() - letters;
    String rest = text.substring(letters);
    return letters <= MOST_LETTERS && digits > 0 && digits <= MOST_DIGITS && Text.digitsOnly(rest)
        ? rest
        : "";
  }

  /** A whole number that a list begins with, which what follows it hides from others. */
  private @Nullable Item whole(
      List<Atom> atoms, int from, int to, Incoming incoming, Set<Debtor> debtors) {
    StringBuilder key = new StringBuilder(atoms.get(from).text());
    for (int i = from + 1; i < to; i++) {
      if (!Text.oneOf(JOINED, atoms.get(i).before()) || cents(atoms, i)) {
        return null;
      }
      key.append(atoms.get(i).text());
    }
    String number = key.toString();
    List<Item> bearing =
        number.length() < SHORTEST_WHOLE ? List.of() : view.with(Kind.NUMBER, number);
    return bearing.isEmpty() || debtors.isEmpty() && WeakNumbers.isWeak(number, number)
        ? null
        : own(bearing, incoming, debtors);
  }

  /** Whether an atom is a part of a date in digits. */
  static boolean inDate(List<Atom> atoms, int at) {
    if (atoms.get(at).text().length() > 4) {
      return false;
    }
    for (int from = Math.max(0, at - 2); from <= at && from + 2 < atoms.size(); from++) {
      if (atoms.get(from + 1).before().length() != 1) {
        continue;
      }
      String parts =
          atoms.get(from).text()
              + atoms.get(from + 1).before()
              + atoms.get(from + 1).text()
              + atoms.get(from + 2).before()
              + atoms.get(from + 2).text();
      if (DATE.matcher(parts).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean cents(List<Atom> atoms, int at) {
    return Text.oneOf(DECIMAL, atoms.get(at).before())
        && atoms.get(at).digits()
        && atoms.get(at).text().length() == 2;
  }

  private @Nullable Item own(List<Item> bearing, Incoming incoming, Set<Debtor> debtors) {
    Item found = null;
    if (debtors.isEmpty() && bearing.size() > 1) {
      return null;
    }
    for (Item item : bearing) {
      if ((debtors.isEmpty() || debtors.contains(item.debtor)) && payable.by(item, incoming)) {
        boolean better = found == null || item.open() == incoming.amount();
        found = better ? item : found;
      }
    }
    return found;
  }

  /** The open credit notes of a customer. */
  List<Item> notes(Debtor debtor, Incoming incoming) {
    return view.notes(debtor, incoming.currency());
  }

  private List<Item> ranged(Map<Integer, Item> byPlace, Incoming incoming) {
    Set<Item> ranged = new LinkedHashSet<>();
    Item before = null;
    for (Item item : byPlace.values()) {
      if (before != null && before.debtor == item.debtor) {
        ranged.addAll(between(before, item, incoming));
      }
      ranged.add(item);
      before = item;
    }
    return List.copyOf(ranged);
  }

  /** The customer's invoices whose numbers, written alike, lie between the two. */
  private List<Item> between(Item one, Item other, Incoming incoming) {
    String from = Text.compact(one.number);
    String to = Text.compact(other.number);
    String form = NumberPattern.form(one.number);
    if (from.length() != to.length() || !form.equals(NumberPattern.form(other.number))) {
      return List.of();
    }
    List<Item> between = new ArrayList<>();
    List<Item> all = view.of(one.debtor);
    for (Item item : all.subList(0, Math.min(all.size(), MOST_OF_A_CUSTOMER))) {
      String number = Text.compact(item.number);
      if (number.length() == from.length()
          && number.compareTo(from) > 0
          && number.compareTo(to) < 0
          && form.equals(NumberPattern.form(item.number))
          && payable.by(item, incoming)) {
        between.add(item);
      }
    }
    return between;
  }
}
