package org.dunlin.connectors.ubl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.invoice.Identifier;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Address;
import org.jspecify.annotations.Nullable;

/** The parties of a document: AccountingSupplierParty and AccountingCustomerParty. */
final class Parties {
  private static final String VAT = "VAT";

  private Parties() {}

  static @Nullable Party seller(Element document) {
    Element party = document.find("AccountingSupplierParty", "Party");
    return party == null ? null : party(party, null);
  }

  static Party buyer(Element document) {
    Element holder = document.require("AccountingCustomerParty");
    return party(holder.require("Party"), holder.text("SupplierAssignedAccountID"));
  }

  private static Party party(Element party, @Nullable String accountNumber) {
    return new Party(
        party,
        name(party),
        "PartyLegalEntity/RegistrationName",
        vatNumber(party),
        Identifier.of(party.find("PartyLegalEntity", "CompanyID")),
        identifiers(party),
        Identifier.of(party.find("EndpointID")),
        accountNumber,
        party.text("Contact", "ElectronicMail"),
        party.text("Contact", "Telephone"),
        address(party.find("PostalAddress")));
  }

  /**
   * The registered name (BT-44) is who owes; a trading name (BT-45) or person where there is none.
   */
  private static @Nullable String name(Element party) {
    return Party.first(
        party.text("PartyLegalEntity", "RegistrationName"),
        party.text("PartyName", "Name"),
        Party.joined(" ", party.text("Person", "FirstName"), party.text("Person", "FamilyName")),
        party.text("Contact", "Name"));
  }

  private static List<Identifier> identifiers(Element party) {
    return party.children("PartyIdentification").stream()
        .map(identification -> Identifier.of(identification.find("ID")))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String vatNumber(Element party) {
    return party.children("PartyTaxScheme").stream()
        .filter(scheme -> VAT.equalsIgnoreCase(scheme.text("TaxScheme", "ID")))
        .map(scheme -> scheme.text("CompanyID"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Address address(@Nullable Element address) {
    if (address == null) {
      return null;
    }
    List<@Nullable String> lines = new ArrayList<>();
    lines.add(Party.joined(" ", address.text("StreetName"), address.text("BuildingNumber")));
    lines.add(address.text("AdditionalStreetName"));
    lines.add(address.text("Postbox"));
    address.children("AddressLine").forEach(line -> lines.add(line.text("Line")));
    return Party.address(
        lines,
        address.text("PostalZone"),
        address.text("CityName"),
        address.text("Country", "IdentificationCode"));
  }
}
