package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customers by name, as exact as a payer's name allows. */
final class Names {
  /** A cut name that is shorter says too little. */
  static final int SHORTEST_CUT = 10;

  /** A word that so many customers have tells none of them. */
  private static final int COMMON = 200;

  private static final int SHORTEST_TELLING = 4;

  /** By so many characters it is known early that no name begins so. */
  private static final int BEGINNING = 8;

  private final Map<String, List<Debtor>> byKey = new HashMap<>();
  private final BitSet beginnings = new BitSet();
  private int beginningsMask;
  private final Map<String, List<Debtor>> byWord = new HashMap<>();
  private Whole[] wholes = new Whole[0];
  private final List<Whole> adding = new ArrayList<>();

  private record Whole(String text, Debtor debtor) {}

  void add(Debtor debtor) {
    NameWords name = NameWords.of(debtor.name);
    if (name.key().isEmpty()) {
      return;
    }
    byKey.computeIfAbsent(name.key(), key -> new ArrayList<>(1)).add(debtor);
    adding.add(new Whole(name.whole(), debtor));
    for (String word : new LinkedHashSet<>(name.words())) {
      byWord.computeIfAbsent(word, key -> new ArrayList<>(1)).add(debtor);
    }
  }

  void freeze() {
    wholes = adding.toArray(new Whole[0]);
    Arrays.sort(wholes, (one, other) -> one.text().compareTo(other.text()));
    adding.clear();
    // Four to eight bits a name, so that few others seem to be there.
    beginningsMask = Math.max(1 << 10, Integer.highestOneBit(byKey.size()) << 3) - 1;
    byKey.keySet().stream()
        .filter(key -> key.length() >= BEGINNING)
        .forEach(key -> beginnings.set(beginning(key)));
  }

  private int beginning(CharSequence key) {
    int hash = 0;
    for (int i = 0; i < BEGINNING; i++) {
      hash = 31 * hash + key.charAt(i);
    }
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & beginningsMask;
  }

  /** Whether a name may begin so; asked for at least its first characters. */
  boolean anyBegins(CharSequence key) {
    return key.length() < BEGINNING || beginnings.get(beginning(key));
  }

  /** Those of exactly this name, spelling and a legal form that one leaves out aside. */
  List<Debtor> equal(NameWords name) {
    List<Debtor> equal = byKey.getOrDefault(name.key(), List.of());
    return equal.isEmpty()
        ? equal
        : equal.stream().filter(each -> NameWords.of(each.name).agrees(name)).toList();
  }

  List<Debtor> withKey(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Those whose name the bank may have cut or the payer shortened to this one. */
  Set<Debtor> like(NameWords name) {
    Set<Debtor> like = new LinkedHashSet<>(withKey(name.key()));
    like.removeIf(each -> !NameWords.of(each.name).sameForm(name));
    if (like.isEmpty()) {
      like.addAll(cut(name));
    }
    if (like.isEmpty()) {
      for (Debtor candidate : sharing(name)) {
        if (abbreviates(name.words(), NameWords.of(candidate.name).words())) {
          like.add(candidate);
        }
      }
    }
    return like;
  }

  private List<Debtor> cut(NameWords name) {
    List<Debtor> cut = new ArrayList<>();
    String whole = name.whole();
    boolean tells = whole.length() >= SHORTEST_CUT;
    for (int at = firstFrom(whole); at < wholes.length; at++) {
      String candidate = wholes[at].text();
      if (tells ? !candidate.startsWith(whole) : !candidate.equals(whole) || whole.isEmpty()) {
        break;
      }
      cut.add(wholes[at].debtor());
    }
    return cut;
  }

  private int firstFrom(String text) {
    int low = 0;
    int high = wholes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (wholes[middle].text().compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Those that share the rarest of the words. */
  private List<Debtor> sharing(NameWords name) {
    List<Debtor> rarest = List.of();
    for (String word : name.words()) {
      List<Debtor> having = byWord.getOrDefault(word, List.of());
      boolean telling = word.length() >= SHORTEST_TELLING && !having.isEmpty();
      if (telling && (rarest.isEmpty() || having.size() < rarest.size())) {
        rarest = having;
      }
    }
    return rarest.size() > COMMON ? List.of() : rarest;
  }

  /**
   * Whether one of two names may stand for the other: word for word the other's or an abbreviation
   * of it; or the same words in another order; or one lacks a last word.
   */
  static boolean abbreviates(List<String> one, List<String> other) {
    if (one.size() > 1 && one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other))) {
      return true;
    }
    boolean lacksLast =
        Math.min(one.size(), other.size()) > 1
            && Math.abs(one.size() - other.size()) == 1
            && (startsWith(one, other) || startsWith(other, one));
    return lacksLast || Abbreviation.agrees(one, other);
  }

  private static boolean startsWith(List<String> longer, List<String> shorter) {
    return longer.size() > shorter.size() && longer.subList(0, shorter.size()).equals(shorter);
  }
}
