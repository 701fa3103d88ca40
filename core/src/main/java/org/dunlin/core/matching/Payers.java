package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * paid for customers before; only where neither is there it is left to the name.
 */
final class Payers {
  /** Who paid for more customers collects for anybody. */
  private static final int MOST_OF_A_COLLECTOR = 12;

  private static final Pattern BLANKS = Pattern.compile("\\s");

  private final Map<String, List<Debtor>> owners = new HashMap<>();
  private final Map<String, Set<Debtor>> paidFor = new HashMap<>();
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
    if (account != null) {
      learn(account, debtor);
    } else if (payment.payerName() != null) {
      note(namePaidFor, NameWords.of(payment.payerName()).key(), debtor);
    }
  }

  /** Notes that an account paid for a customer. */
  void learn(String account, Debtor debtor) {
    note(paidFor, normal(account), debtor);
  }

  private static void note(Map<String, Set<Debtor>> learned, String key, Debtor debtor) {
    Set<Debtor> debtors = learned.computeIfAbsent(key, absent -> new HashSet<>(2));
    if (debtors.size() <= MOST_OF_A_COLLECTOR) {
      debtors.add(debtor);
    }
  }

  /** Who the payment comes from. */
  Payer of(Payment payment) {
    String account = account(payment);
    if (account != null) {
      List<Debtor> owning = owners.get(account);
      Set<Debtor> learned = paidFor.getOrDefault(account, Set.of());
      if (learned.size() > 1) {
        return collector(learned);
      }
      Set<Debtor> known = new LinkedHashSet<>(owning == null ? learned : owning);
      if (!known.isEmpty()) {
        return new Payer(known, Known.ACCOUNT);
      }
    }
    String name = payment.payerName();
    return name == null ? Payer.NOBODY : named(NameWords.of(name), account == null);
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

  private static Payer collector(Set<Debtor> learned) {
    return new Payer(learned.size() > MOST_OF_A_COLLECTOR ? Set.of() : learned, Known.COLLECTOR);
  }

  private static @Nullable String account(Payment payment) {
    AccountId account = payment.payerAccount();
    return account == null ? null : normal(account.key());
  }

  static String normal(String iban) {
    return BLANKS.matcher(iban).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
