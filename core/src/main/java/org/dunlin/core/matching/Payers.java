package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.core.matching.Payer.Known;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a payer is. An account that a customer is known by decides alone, then one that
 * paid for a customer before, unless the name says that another pays through it; only where neither
 * is there it is left to the name.
 */
final class Payers {
  private static final Pattern BLANKS = Pattern.compile("\\s");

  private final Map<String, List<Debtor>> owners = new HashMap<>();
  private final Map<String, Taught> paidFor = new HashMap<>();
  private final Map<String, Set<Debtor>> namePaidFor = new HashMap<>();
  private final Names names;

  Payers(Names names) {
    this.names = names;
  }

  /** Of whom nothing is known but master data. */
  static Payers of(Collection<Customer> customers) {
    Names names = new Names();
    Payers payers = new Payers(names);
    for (Customer customer : customers) {
      Debtor debtor = new Debtor(customer);
      names.add(debtor);
      payers.owns(debtor, customer.ibans());
    }
    names.freeze();
    return payers;
  }

  void owns(Debtor debtor, Collection<String> ibans) {
    for (String iban : ibans) {
      owners.computeIfAbsent(normal(iban), key -> new ArrayList<>(1)).add(debtor);
    }
  }

  /** Notes whose invoice a payment settled, as booked or as a person decided. */
  void learn(Payment payment, Debtor debtor) {
    String account = account(payment);
    String name = payment.payerName();
    if (account != null) {
      learn(account, name, debtor);
    } else if (name != null) {
      Set<Debtor> debtors =
          namePaidFor.computeIfAbsent(NameWords.of(name).key(), key -> new HashSet<>(2));
      if (debtors.size() < 2) { // more say no more: it is not one
        debtors.add(debtor);
      }
    }
  }

  /** Notes that an account, by this name where the bank said one, paid for a customer. */
  void learn(String account, @Nullable String name, Debtor debtor) {
    paidFor.computeIfAbsent(normal(account), key -> new Taught()).add(debtor, name);
  }

  /** Who the payment comes from. */
  Payer of(Payment payment) {
    String account = account(payment);
    String name = payment.payerName();
    NameWords words = name == null ? null : NameWords.of(name);
    Taught taught = account == null ? null : paidFor.get(account);
    if (taught != null && taught.debtors().size() > 1) {
      return collector(taught);
    }
    List<Debtor> owning = account == null ? null : owners.get(account);
    if (owning != null) {
      return new Payer(Set.copyOf(owning), Known.ACCOUNT);
    }
    if (taught != null) {
      return words == null || words.key().isEmpty()
          ? new Payer(taught.debtors(), Known.ACCOUNT)
          : taught(taught, words);
    }
    return words == null ? Payer.NOBODY : named(words, account == null);
  }

  /** An account that a payment taught is the customer's as long as no other seems to use it. */
  private Payer taught(Taught taught, NameWords name) {
    Set<Debtor> named = named(name, false).debtors();
    boolean itself = named.stream().anyMatch(taught.debtors()::contains);
    if (itself || named.isEmpty() && taught.by(name)) {
      return new Payer(taught.debtors(), Known.ACCOUNT);
    }
    Set<Debtor> either = new HashSet<>(taught.debtors());
    either.addAll(named);
    return new Payer(either, Known.COLLECTOR);
  }

  private Payer named(NameWords name, boolean withoutAccount) {
    List<Debtor> equal = names.equal(name);
    if (!equal.isEmpty()) {
      return new Payer(Set.copyOf(equal), Known.NAME);
    }
    Set<Debtor> learned = namePaidFor.getOrDefault(name.key(), Set.of());
    if (withoutAccount && learned.size() == 1) {
      return new Payer(learned, Known.LIKELY);
    }
    Set<Debtor> like = names.like(name);
    return like.isEmpty() ? Payer.NOBODY : new Payer(like, Known.LIKELY);
  }

  private static Payer collector(Taught taught) {
    return new Payer(taught.ofMany() ? Set.of() : taught.debtors(), Known.COLLECTOR);
  }

  private static @Nullable String account(Payment payment) {
    AccountId account = payment.payerAccount();
    return account == null ? null : normal(account.key());
  }

  static String normal(String iban) {
    return (plain(iban) ? iban : BLANKS.matcher(iban).replaceAll("")).toUpperCase(Locale.ROOT);
  }

  private static boolean plain(String iban) {
    for (int i = 0; i < iban.length(); i++) {
      if (!Character.isLetterOrDigit(iban.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
