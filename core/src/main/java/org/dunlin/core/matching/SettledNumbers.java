package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.matching.Text.Atom;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.jspecify.annotations.Nullable;

/**
 * Under what the documents lie of which nothing is open, far too many to be held: the digits of
 * their numbers and references, without zeros. However a number is written, with its letters or
 * without, with leading zeros or not, these stay. So what is found under them is more than what a
 * payment names, and never less.
 */
public final class SettledNumbers {
  /** More than a bank's text holds; of one that was made long to cost time no more is asked. */
  private static final int MOST_OF_A_PAYMENT = 1_000;

  /** As many atoms as a number is put together from. */
  private static final int MOST_ATOMS = 12;

  /** As the index cuts them. */
  private static final int MOST_DIGITS = 64;

  private static final int RF_AND_CHECK = 4;

  private SettledNumbers() {}

  /** Under what the documents lie that one of these payments may name. */
  public static Set<String> namedBy(List<UnallocatedPayment> payments) {
    Set<String> named = new HashSet<>();
    payments.forEach(each -> named.addAll(namedBy(each.payment())));
    return named;
  }

  /** Whether that is all that they may name, since none says more than is asked for. */
  public static boolean all(List<UnallocatedPayment> payments) {
    return payments.stream().allMatch(each -> namedBy(each.payment()).size() < MOST_OF_A_PAYMENT);
  }

  private static Set<String> namedBy(Payment payment) {
    Set<String> own = new HashSet<>();
    add(own, payment.creditorReference());
    for (RemittanceReference reference : payment.references()) {
      add(own, reference.value());
    }
    add(own, payment.endToEndId());
    add(own, payment.remittance());
    return own;
  }

  private static void add(Set<String> named, @Nullable String raw) {
    if (raw == null) {
      return;
    }
    List<String> atoms = new ArrayList<>();
    for (Atom atom : Text.of(raw).atoms()) {
      String digits = digits(atom.text());
      atoms.add(digits);
      // A national reference may travel inside an international one.
      if (atom.text().startsWith("RF") && atom.text().length() > RF_AND_CHECK) {
        put(named, digits(atom.text().substring(RF_AND_CHECK)));
      }
    }
    for (int from = 0; from < atoms.size(); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(atoms.size(), from + MOST_ATOMS); to++) {
        joined.append(atoms.get(to));
        put(named, joined.toString());
      }
    }
  }

  private static void put(Set<String> named, String digits) {
    if (!digits.isEmpty() && named.size() < MOST_OF_A_PAYMENT) {
      named.add(digits.substring(0, Math.min(digits.length(), MOST_DIGITS)));
    }
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
