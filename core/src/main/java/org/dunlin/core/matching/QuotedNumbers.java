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

/** The numbers of documents that the unstructured text of a payment quotes in full. */
final class QuotedNumbers {
  private static final Pattern AMOUNT = Pattern.compile("[0-9.]+\\.[0-9]{2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMALS = Pattern.compile("[0-9.,]*[.,][0-9]{2}");
  private static final String JOINED = "-/._";

  private final LedgerView view;
  private final Payable payable;
  private final Mentions numbers;

  QuotedNumbers(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
    this.numbers = new Mentions(key -> view.knows(Kind.NUMBER, key), view::longestNumber);
  }

  /** Each number once. */
  Quotes of(Incoming incoming) {
    String raw = incoming.payment().remittance();
    if (raw == null || raw.isBlank()) {
      return Quotes.NONE;
    }
    Text text = Text.of(raw);
    Map<String, Numbered> found = new LinkedHashMap<>();
    Set<Item> settled = new LinkedHashSet<>();
    Set<Item> notes = new LinkedHashSet<>();
    List<Mention> mentions = new ArrayList<>();
    for (Mention mention : numbers.in(text)) {
      List<Item> bearing = bearing(mention);
      if (!bearing.isEmpty()) {
        mentions.add(mention);
      }
      List<Item> open = payable.of(bearing, incoming);
      if (!open.isEmpty()) {
        found.merge(mention.key(), Numbered.of(mention, open), Numbered::clearer);
      }
      for (Item document : bearing) {
        if (document.creditable() && document.currency.equals(incoming.currency())) {
          notes.add(document);
        } else if (open.isEmpty()) {
          settled.add(document);
        }
      }
    }
    return new Quotes(
        text,
        new ArrayList<>(found.values()),
        new ArrayList<>(settled),
        new ArrayList<>(notes),
        mentions,
        unknown(text, mentions));
  }

  private List<Item> bearing(Mention mention) {
    return view.with(Kind.NUMBER, mention.key()).stream()
        .filter(invoice -> !writtenAsAmount(mention, invoice))
        .toList();
  }

  /** 1210.00 in a text is not invoice 121000 or 1210-00. */
  private static boolean writtenAsAmount(Mention mention, Item invoice) {
    boolean stop = mention.written().contains(".") && !invoice.number.contains(".");
    return stop
        && (AMOUNT.matcher(mention.written()).matches()
            || DIGITS.matcher(invoice.number).matches());
  }

  /** Whether a token outside the mentions is written as the company writes its numbers. */
  private boolean unknown(Text text, List<Mention> mentions) {
    List<Atom> atoms = text.atoms();
    int from = 0;
    while (from < atoms.size()) {
      int to = from + 1;
      while (to < atoms.size() && Text.oneOf(JOINED, atoms.get(to).before())) {
        to++;
      }
      if (free(mentions, from, to) && ownLike(atoms, from, to)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  private boolean ownLike(List<Atom> atoms, int from, int to) {
    StringBuilder token = new StringBuilder(atoms.get(from).text());
    boolean digit = atoms.get(from).anyDigit();
    for (int i = from + 1; i < to; i++) {
      token.append(atoms.get(i).before()).append(atoms.get(i).text());
      digit |= atoms.get(i).anyDigit();
    }
    String written = token.toString();
    return digit
        && view.numberKeys().likeOwn(written)
        && !DECIMALS.matcher(written).matches()
        && !WeakNumbers.isWeak(written, Text.compact(written));
  }

  private static boolean free(List<Mention> mentions, int from, int to) {
    for (Mention mention : mentions) {
      if (mention.from() < to && from < mention.to()) {
        return false;
      }
    }
    return true;
  }
}
