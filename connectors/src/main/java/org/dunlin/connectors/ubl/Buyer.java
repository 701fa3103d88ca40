package org.dunlin.connectors.ubl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** The customer of a document: its AccountingCustomerParty (EN 16931: BG-7, the buyer). */
final class Buyer {
  private static final String VAT = "VAT";

  /** The electronic address scheme of the EAS list that stands for an e-mail address. */
  private static final String EMAIL_SCHEME = "EM";

  private Buyer() {}

  static Customer customer(Element document) {
    Element holder = document.require("AccountingCustomerParty");
    Element party = holder.require("Party");
    String name = name(party);
    return new Customer(
        id(party, name),
        number(holder, party),
        name,
        email(party),
        party.text("Contact", "Telephone"),
        address(party.find("PostalAddress")),
        null,
        vatNumber(party),
        party.text("PartyLegalEntity", "CompanyID"),
        debitedIbans(document),
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
  private static String id(Element party, String name) {
    String vatNumber = vatNumber(party);
    if (vatNumber != null) {
      return vatNumber.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
    return Stream.of(
            party.find("PartyLegalEntity", "CompanyID"),
            party.find("PartyIdentification", "ID"),
            party.find("EndpointID"))
        .filter(identifier -> identifier != null && identifier.text() != null)
        .findFirst()
        .map(Buyer::withScheme)
        .orElseGet(() -> name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  private static String withScheme(Element identifier) {
    String scheme = identifier.attribute("schemeID");
    return (scheme == null ? "" : scheme + ":") + identifier.text();
  }

  /**
   * The registered name (BT-44) is who owes; a trading name (BT-45) or person where there is none.
   */
  private static String name(Element party) {
    return Stream.of(
            party.text("PartyLegalEntity", "RegistrationName"),
            party.text("PartyName", "Name"),
            joined(" ", party.text("Person", "FirstName"), party.text("Person", "FamilyName")),
            party.text("Contact", "Name"))
        .filter(each -> each != null)
        .findFirst()
        .orElseThrow(() -> party.missing("PartyLegalEntity/RegistrationName"));
  }

  /** The number that the seller gave the customer; an identifier without scheme is such a one. */
  private static @Nullable String number(Element holder, Element party) {
    String assigned = holder.text("SupplierAssignedAccountID");
    if (assigned != null) {
      return assigned;
    }
    return party.children("PartyIdentification").stream()
        .map(identification -> identification.find("ID"))
        .filter(id -> id != null && id.attribute("schemeID") == null && id.text() != null)
        .map(Element::text)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String email(Element party) {
    String email = party.text("Contact", "ElectronicMail");
    Element endpoint = party.find("EndpointID");
    if (email == null && endpoint != null && EMAIL_SCHEME.equals(endpoint.attribute("schemeID"))) {
      return endpoint.text();
    }
    return email;
  }

  private static @Nullable String vatNumber(Element party) {
    return party.children("PartyTaxScheme").stream()
        .filter(scheme -> VAT.equalsIgnoreCase(scheme.text("TaxScheme", "ID")))
        .map(scheme -> scheme.text("CompanyID"))
        .filter(number -> number != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Address address(@Nullable Element address) {
    if (address == null) {
      return null;
    }
    List<@Nullable String> lines = new ArrayList<>();
    lines.add(joined(" ", address.text("StreetName"), address.text("BuildingNumber")));
    lines.add(address.text("AdditionalStreetName"));
    lines.add(address.text("Postbox"));
    address.children("AddressLine").forEach(line -> lines.add(line.text("Line")));
    Address found =
        new Address(
            joined(", ", lines.toArray(new String[0])),
            address.text("PostalZone"),
            address.text("CityName"),
            country(address));
    return found.equals(new Address(null, null, null, null)) ? null : found;
  }

  private static @Nullable String country(Element address) {
    String country = address.text("Country", "IdentificationCode");
    return country == null ? null : country.toUpperCase(Locale.ROOT);
  }

  /** Accounts that the seller debits (BT-91) are the customer's own. */
  private static List<String> debitedIbans(Element document) {
    return document.children("PaymentMeans").stream()
        .map(means -> means.text("PaymentMandate", "PayerFinancialAccount", "ID"))
        .filter(account -> account != null)
        .map(account -> account.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
        .filter(IbanUtil::isValid)
        .distinct()
        .toList();
  }

  private static @Nullable String joined(String between, @Nullable String... parts) {
    String text =
        Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(between));
    return text.isEmpty() ? null : text;
  }
}
