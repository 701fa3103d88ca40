package org.dunlin.core.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.core.model.Customer;

/**
 * Customers of whom a payer's name may speak: good enough to wait with a reminder, never to
 * allocate. The names count without accents, short words and legal forms, and one must hold all
 * words of the other; so "DRUKKERIJ ZILVERBERG EN ZN" may be "Drukkerij Zilverberg &amp; Zn. B.V.".
 */
final class LikelyPayers {
  private static final int SHORTEST_WORD = 3;
  private static final Pattern MARKS_AND_STOPS = Pattern.compile("[\\p{M}.]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPELT_UMLAUT = Pattern.compile("(?<=[AOU])E");
  private static final Set<String> SAY_LITTLE =
      Set.of(
          "AND",
          "UND",
          "VAN",
          "VON",
          "DER",
          "DEN",
          "DAS",
          "THE",
          "LES",
          "GMBH",
          "VOF",
          "LTD",
          "OHG",
          "SAS",
          "SARL",
          "SRL",
          "SPA",
          "PLC",
          "LLC",
          "LLP",
          "INC",
          "STICHTING");

  private final Map<String, Set<String>> wordsByCustomer = new HashMap<>();
  private final Map<String, Set<String>> customersByWord = new HashMap<>();

  LikelyPayers(List<Customer> customers) {
    for (Customer customer : customers) {
      Set<String> words = words(customer.name());
      wordsByCustomer.put(customer.id(), words);
      for (String word : words) {
        customersByWord.computeIfAbsent(word, key -> new HashSet<>()).add(customer.id());
      }
    }
  }

  /** The ids of the customers that the name may mean. */
  Set<String> of(String payerName) {
    Set<String> payer = words(payerName);
    Set<String> likely = new HashSet<>();
    for (String word : payer) {
      for (String customer : customersByWord.getOrDefault(word, Set.of())) {
        Set<String> words = wordsByCustomer.getOrDefault(customer, Set.of());
        if (payer.containsAll(words) || words.containsAll(payer)) {
          likely.add(customer);
        }
      }
    }
    return likely;
  }

  private static Set<String> words(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String bare = MARKS_AND_STOPS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
    String plain = SPELT_UMLAUT.matcher(bare).replaceAll("");
    return Arrays.stream(BETWEEN_WORDS.split(plain))
        .filter(word -> word.length() >= SHORTEST_WORD && !SAY_LITTLE.contains(word))
        .collect(Collectors.toUnmodifiableSet());
  }
}
