package org.dunlin.connectors.invoice;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.model.Customer;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** The customer of a document: its buyer (EN 16931, BG-7). */
final class Buyer {
  /** The electronic address scheme of the EAS list that stands for an e-mail address. */
  private static final String EMAIL_SCHEME = "EM";

  private Buyer() {}

  /**
   * The customer.
   *
   * @param debitedAccounts what the seller debits (BT-91), which are the customer's own
   */
  static Customer customer(Party party, List<String> debitedAccounts) {
    String name = party.name();
    if (name == null) {
      throw party.at().missing(party.nameAt());
    }
    return new Customer(
        id(party, name),
        number(party),
        name,
        email(party),
        party.phone(),
        party.address(),
        null,
        party.vatNumber(),
        party.registration() == null ? null : party.registration().value(),
        ibans(debitedAccounts),
        null,
        List.of(),
        null,
        null,
        null);
  }

  /**
   * The best identity that the document gives, best first. A registration number or another
   * identifier is unique only within its scheme, so the scheme stands before it where given.
   */
  private static String id(Party party, String name) {
    String vatNumber = party.vatNumber();
    if (vatNumber != null) {
      return vatNumber.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
    Identifier other = party.identifiers().isEmpty() ? null : party.identifiers().getFirst();
    return Stream.of(party.registration(), other, party.endpoint())
        .filter(Objects::nonNull)
        .findFirst()
        .map(Identifier::qualified)
        .orElseGet(() -> name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  /** The number that the seller gave the customer; an identifier without scheme is such a one. */
  private static @Nullable String number(Party party) {
    if (party.accountNumber() != null) {
      return party.accountNumber();
    }
    return party.identifiers().stream()
        .filter(identifier -> identifier.scheme() == null)
        .map(Identifier::value)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String email(Party party) {
    Identifier endpoint = party.endpoint();
    if (party.email() == null && endpoint != null && EMAIL_SCHEME.equals(endpoint.scheme())) {
      return endpoint.value();
    }
    return party.email();
  }

  private static List<String> ibans(List<String> accounts) {
    return accounts.stream()
        .map(account -> account.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
        .filter(IbanUtil::isValid)
        .distinct()
        .toList();
  }
}
