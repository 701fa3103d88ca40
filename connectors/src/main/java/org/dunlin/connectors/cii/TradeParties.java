package org.dunlin.connectors.cii;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.invoice.Identifier;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Address;
import org.jspecify.annotations.Nullable;

/** The parties of a document: SellerTradeParty and BuyerTradeParty. */
final class TradeParties {
  /** UNTDID 1153: VAT number; the other scheme, FC, is the number of the tax office. */
  private static final String VAT = "VA";

  private TradeParties() {}

  static Party party(Element party) {
    return new Party(
        party,
        Party.first(
            party.text("Name"),
            party.text("SpecifiedLegalOrganization", "TradingBusinessName"),
            party.text("DefinedTradeContact", "PersonName")),
        "Name",
        vatNumber(party),
        Identifier.of(party.find("SpecifiedLegalOrganization", "ID")),
        identifiers(party),
        Identifier.of(party.find("URIUniversalCommunication", "URIID")),
        null,
        party.text("DefinedTradeContact", "EmailURIUniversalCommunication", "URIID"),
        party.text("DefinedTradeContact", "TelephoneUniversalCommunication", "CompleteNumber"),
        address(party.find("PostalTradeAddress")));
  }

  private static @Nullable String vatNumber(Element party) {
    return party.children("SpecifiedTaxRegistration").stream()
        .map(registration -> registration.filled("ID"))
        .filter(id -> id != null && VAT.equalsIgnoreCase(id.attribute("schemeID")))
        .map(Element::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Identifier> identifiers(Element party) {
    return party.children().stream()
        .filter(child -> child.name().equals("ID") || child.name().equals("GlobalID"))
        .map(Identifier::of)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Address address(@Nullable Element address) {
    if (address == null) {
      return null;
    }
    List<@Nullable String> lines = new ArrayList<>();
    for (String line : new String[] {"LineOne", "LineTwo", "LineThree"}) {
      lines.add(address.text(line));
    }
    return Party.address(
        lines, address.text("PostcodeCode"), address.text("CityName"), address.text("CountryID"));
  }
}
