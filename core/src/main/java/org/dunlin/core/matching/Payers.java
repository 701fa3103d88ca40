package org.dunlin.core.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Payment;

/**
 * With which customers a payer agrees. An account that a customer is known by decides alone; only
 * an account that nobody is known by leaves it to the name.
 */
final class Payers {
  private static final Pattern BLANKS = Pattern.compile("\\s");

  private final Map<String, Set<String>> byIban = new HashMap<>();
  private final Map<String, Map<String, PayerName>> byName = new HashMap<>();

  Payers(List<Customer> customers) {
    for (Customer customer : customers) {
      for (String iban : customer.ibans()) {
        byIban.computeIfAbsent(normalIban(iban), key -> new HashSet<>()).add(customer.id());
      }
      PayerName name = PayerName.of(customer.name());
      byName.computeIfAbsent(name.words(), key -> new HashMap<>()).put(customer.id(), name);
    }
  }

  /** The ids of the customers that the payment may come from. */
  Set<String> of(Payment payment) {
    AccountId account = payment.payerAccount();
    if (account != null && account.iban() != null) {
      Set<String> known = byIban.get(normalIban(account.iban()));
      if (known != null) {
        return known;
      }
    }
    return payment.payerName() == null ? Set.of() : named(PayerName.of(payment.payerName()));
  }

  private Set<String> named(PayerName payer) {
    Set<String> agreeing = new HashSet<>();
    byName
        .getOrDefault(payer.words(), Map.of())
        .forEach(
            (customerId, name) -> {
              if (payer.agrees(name)) {
                agreeing.add(customerId);
              }
            });
    return agreeing;
  }

  private static String normalIban(String iban) {
    return BLANKS.matcher(iban).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
