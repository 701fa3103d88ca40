package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.Payer.Known;
import org.dunlin.core.matching.Text.Atom;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and references with one typing error, or cut short: heard only where payer and amount
 * agree with the one that is meant.
 */
final class ByNear {
  private static final int SHORTEST = 5;
  private static final int SHORTEST_CUT = 8;
  private static final int MOST_ATOMS = 5;

  private final LedgerView view;
  private final OwnDocuments own;
  private final Amounts amounts;

  ByNear(LedgerView view, Amounts amounts) {
    this.view = view;
    this.own = new OwnDocuments(view);
    this.amounts = amounts;
  }

  List<Proposal> propose(Incoming incoming, Quotes quotes) {
    if (incoming.payer().debtors().isEmpty()) {
      return List.of();
    }
    Set<String> tokens = tokens(incoming, quotes);
    if (tokens.isEmpty()) {
      return List.of();
    }
    // One who pays for many may have mistyped the number of any of them.
    boolean ofMany = incoming.payer().by() == Known.COLLECTOR;
    List<Proposal> near = new ArrayList<>();
    for (Debtor debtor : incoming.payer().debtors()) {
      for (Item item : own.open(debtor, incoming)) {
        Settlement full = amounts.full(List.of(item), List.of(), incoming);
        String token = full == null ? null : near(item, tokens);
        if (full != null && token != null) {
          near.add(proposal(item, full, token, ofMany));
        }
      }
    }
    return near.size() > 1 || ofMany ? near.stream().map(Proposal::asked).toList() : near;
  }

  /**
   * Whether the payment names what may be a number, be it of one of these documents or not:
   * anything with two digits but its own amount.
   */
  boolean namesSomething(Incoming incoming, Quotes quotes) {
    Payment payment = incoming.payment();
    String whole = payment.amount().getAmount().toBigInteger().toString();
    return payment.creditorReference() != null
        || !payment.references().isEmpty()
        || quotes.text().atoms().stream()
            .anyMatch(
                atom ->
                    atom.text().chars().filter(Character::isDigit).count() > 1
                        && !apart(atom)
                        && !atom.text().equals(whole));
  }

  private static Proposal proposal(Item item, Settlement full, String token, boolean ofMany) {
    String saying = token + " in the text is nearly " + item.number;
    return new Proposal(
        full,
        MatchRule.DOCUMENT_NUMBER,
        Confidence.NEAR,
        true,
        List.of(
            full.fit().sentence,
            ofMany ? "the payer pays for several customers" : "the payer is this customer"),
        Map.of(item, saying));
  }

  /** What may be meant as a number: the atoms, and such that separators join. */
  private static Set<String> tokens(Incoming incoming, Quotes quotes) {
    Set<String> tokens = new LinkedHashSet<>();
    String given = incoming.payment().creditorReference();
    if (given != null) {
      tokens.add(Text.compact(given));
    }
    incoming.payment().references().forEach(each -> tokens.add(Text.compact(each.value())));
    List<Atom> atoms = quotes.text().atoms();
    for (int from = 0; from < atoms.size(); from++) {
      StringBuilder token = new StringBuilder();
      boolean digit = false;
      for (int to = from; to < atoms.size() && to < from + MOST_ATOMS; to++) {
        if (to > from && apart(atoms.get(to))) {
          break;
        }
        token.append(atoms.get(to).text());
        String text = token.toString();
        digit |= atoms.get(to).anyDigit();
        if (text.length() >= SHORTEST && digit) {
          tokens.add(text);
        }
      }
    }
    return tokens;
  }

  /** Whether an atom does not continue the one before; the fraction of an amount never does. */
  static boolean apart(Atom atom) {
    boolean stop = atom.before().equals(".") || atom.before().equals(",");
    return atom.before().length() > 1 || (stop && atom.digits() && atom.text().length() == 2);
  }

  private @Nullable String near(Item item, Set<String> tokens) {
    NumberKeys.Keys keys = view.numberKeys().of(item.number);
    String reference = item.reference == null ? "" : Text.compact(item.reference);
    for (String token : tokens) {
      boolean number =
          near(token, keys.full())
              || (keys.digits() != null && near(token, keys.digits()))
              || (keys.bare() != null && near(token, keys.bare()));
      if (number || near(token, reference) || cut(token, reference)) {
        return token;
      }
    }
    return null;
  }

  private static boolean cut(String token, String reference) {
    return token.length() >= SHORTEST_CUT
        && token.length() < reference.length()
        && (reference.startsWith(token) || reference.endsWith(token));
  }

  /**
   * Whether one character too many, too few or wrong, or two that changed places, tell them apart.
   */
  static boolean near(String one, String other) {
    if (Math.min(one.length(), other.length()) < SHORTEST
        || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String restOne = one.substring(same);
    String restOther = other.substring(same);
    if (restOne.length() != restOther.length()) {
      return restOne.length() > restOther.length()
          ? restOne.substring(1).equals(restOther)
          : restOther.substring(1).equals(restOne);
    }
    if (restOne.isEmpty() || restOne.substring(1).equals(restOther.substring(1))) {
      return true;
    }
    return restOne.length() > 1
        && restOne.charAt(0) == restOther.charAt(1)
        && restOne.charAt(1) == restOther.charAt(0)
        && restOne.substring(2).equals(restOther.substring(2));
  }
}
