package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.core.matching.History.NumberGiven;
import org.dunlin.core.matching.Text.Atom;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * Which characters of a text met the numbers and references of documents: found by the tokens,
 * writings and exclusions by which matching found them. A document that is not named in full is
 * looked for by its serial number, as in a list, and then by a number with one typing error.
 */
public final class MetCharacters {
  private static final int MOST_ATOMS = 3;

  private final NumberKeys keys = new NumberKeys();

  /** Over how the company numbers: its documents that came last. */
  public MetCharacters(Collection<NumberGiven> numbers) {
    numbers.forEach(each -> keys.learn(each.number(), (int) each.issued().toEpochDay()));
  }

  /**
   * A stretch of the text.
   *
   * @param to the character behind it
   * @param number of the document that it met
   */
  public record Span(int from, int to, String number) {}

  /** The stretches that met one of these documents, in the order of the text, none twice. */
  public List<Span> in(String raw, Collection<Invoice> documents) {
    Text text = Text.of(raw);
    NavigableMap<Integer, Range> met = new TreeMap<>();
    for (Invoice document : documents) {
      for (Range range : of(text.atoms(), document)) {
        if (met.headMap(range.to).values().stream().noneMatch(other -> other.to > range.from)) {
          met.put(range.from, range);
        }
      }
    }
    return spans(raw, text.atoms(), met.values());
  }

  /** Atoms of a text, the last one excluded, that met a number. */
  private record Range(int from, int to, String number) {}

  /** The atoms that name the document. */
  private List<Range> of(List<Atom> atoms, Invoice document) {
    NumberKeys.Keys number = keys.of(document.number());
    Set<String> writings = new HashSet<>(Set.of(number.full()));
    add(writings, number.digits());
    add(writings, number.bare());
    add(writings, document.orderReference());
    add(writings, document.paymentReference());
    writings.removeIf(each -> each.chars().noneMatch(Character::isDigit));
    List<Range> whole =
        new Mentions(writings)
            .in(new Text(atoms)).stream()
                .map(each -> new Range(each.from(), each.to(), document.number()))
                .toList();
    List<Range> listed =
        whole.isEmpty() ? listed(atoms, number.serial(), document.number()) : whole;
    return listed.isEmpty() ? nearly(atoms, writings, document.number()) : listed;
  }

  private static void add(Set<String> writings, @Nullable String written) {
    if (written != null) {
      writings.add(Text.compact(written));
    }
  }

  private static List<Range> listed(List<Atom> atoms, String serial, String number) {
    List<Range> listed = new ArrayList<>();
    for (int at = 0; at < atoms.size() && !serial.isEmpty(); at++) {
      String digits = ListedNumbers.digits(atoms, at, true);
      if (!digits.isEmpty()
          && !ListedNumbers.inDate(atoms, at)
          && NumberKeys.withoutZeros(digits).equals(serial)) {
        listed.add(new Range(at, at + 1, number));
      }
    }
    return listed;
  }

  private static List<Range> nearly(List<Atom> atoms, Set<String> writings, String number) {
    for (int from = 0; from < atoms.size(); from++) {
      StringBuilder token = new StringBuilder();
      for (int to = from; to < Math.min(atoms.size(), from + MOST_ATOMS); to++) {
        if (to > from && ByNear.apart(atoms.get(to))) {
          break;
        }
        token.append(atoms.get(to).text());
        String written = token.toString();
        if (writings.stream().anyMatch(each -> ByNear.near(written, each))) {
          return List.of(new Range(from, to + 1, number));
        }
      }
    }
    return List.of();
  }

  /** From atoms to characters; what stands between two atoms of one range is of it. */
  private static List<Span> spans(String raw, List<Atom> atoms, Collection<Range> met) {
    int[] places = Text.places(raw);
    int[] starts = new int[atoms.size()];
    int[] ends = new int[atoms.size()];
    int end = 0;
    for (int at = 0; at < starts.length; at++) {
      starts[at] = end + atoms.get(at).before().length();
      end = starts[at] + atoms.get(at).text().length();
      ends[at] = end;
    }
    List<Span> spans = new ArrayList<>();
    if (end < places.length) {
      for (Range range : met) {
        int from = places[starts[range.from]];
        spans.add(new Span(from, places[ends[range.to - 1]], range.number));
      }
    }
    return spans;
  }
}
