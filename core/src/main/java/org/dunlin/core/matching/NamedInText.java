package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.matching.Payer.Known;
import org.dunlin.core.matching.Text.Atom;
import org.jspecify.annotations.Nullable;

/**
 * Customers that a payment names beside its payer: by number, VAT number or registration, or by
 * name, as who pays for somebody else does. Of several customers of one name, the place tells.
 */
final class NamedInText {
  private static final int MOST_WORDS = 6;
  private static final int SHORTEST_NAME = 9;
  private static final int SHORTEST_NUMBER = 4;

  private final LedgerView view;

  NamedInText(LedgerView view) {
    this.view = view;
  }

  /** The payer, once more is known by what the payment says. */
  Payer of(Incoming incoming, Text text) {
    Payer payer = incoming.payer();
    String ultimate = incoming.payment().details().ultimatePayerName();
    Set<Debtor> numbered = numbered(text);
    Set<Debtor> named = numbered.isEmpty() ? named(text, ultimate) : numbered;
    if (!named.isEmpty()) {
      Set<Debtor> both = new LinkedHashSet<>(named);
      both.retainAll(payer.debtors());
      return both.isEmpty() ? new Payer(named, Known.TEXT) : new Payer(both, payer.by());
    }
    if (payer.debtors().size() > 1) {
      Set<Debtor> there = inPlace(payer.debtors(), text);
      return there.size() == 1 ? new Payer(there, payer.by()) : payer;
    }
    return payer;
  }

  private Set<Debtor> numbered(Text text) {
    Set<Debtor> found = new LinkedHashSet<>();
    List<Atom> atoms = text.atoms();
    for (int i = 0; i < atoms.size(); i++) {
      String key = atoms.get(i).text();
      found.addAll(with(key));
      if (i + 1 < atoms.size() && atoms.get(i + 1).before().length() == 1) {
        found.addAll(with(key + atoms.get(i + 1).text()));
      }
    }
    return found.size() == 1 ? found : Set.of();
  }

  private List<Debtor> with(String key) {
    List<Debtor> with = key.length() < SHORTEST_NUMBER ? List.of() : view.debtorNumbers().with(key);
    return with.isEmpty() || WeakNumbers.isWeak(key, key) ? List.of() : with;
  }

  private Set<Debtor> named(Text text, @Nullable String ultimate) {
    Set<Debtor> found = new LinkedHashSet<>();
    if (ultimate != null) {
      found.addAll(view.names().equal(NameWords.of(ultimate)));
    }
    List<String> words = new ArrayList<>(text.atoms().size());
    for (Atom atom : text.atoms()) {
      String word = NameWords.folded(NameWords.bare(atom.text()));
      words.add(NameWords.joins(word) ? "" : word);
    }
    StringBuilder key = new StringBuilder();
    for (int from = 0; from < words.size(); from++) {
      key.setLength(0);
      for (int to = from; to < words.size() && to < from + MOST_WORDS; to++) {
        key.append(words.get(to));
        if (key.length() >= SHORTEST_NAME) {
          if (!view.names().anyBegins(key)) {
            break;
          }
          found.addAll(view.names().withKey(key.toString()));
        }
      }
    }
    return found;
  }

  private static Set<Debtor> inPlace(Set<Debtor> debtors, Text text) {
    Set<String> words = new LinkedHashSet<>();
    text.atoms().forEach(atom -> words.add(NameWords.folded(NameWords.bare(atom.text()))));
    Set<Debtor> there = new LinkedHashSet<>();
    for (Debtor debtor : debtors) {
      if (debtor.city != null && words.containsAll(NameWords.of(debtor.city).words())) {
        there.add(debtor);
      }
    }
    return there;
  }
}
