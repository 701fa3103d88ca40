package org.dunlin.connectors.fatturapa;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.connectors.invoice.Identifier;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * The parties of a file: CedentePrestatore (1.2), who is owed, and CessionarioCommittente (1.4),
 * who owes. In a simplified invoice the buyer may be named by a tax number alone.
 */
final class Parties {
  /** The electronic address scheme (EAS) of the Italian fiscal code. */
  private static final String FISCAL_CODE = "0210";

  /** What the specifications have filled in for buyers abroad that have no VAT number. */
  private static final Set<String> NO_NUMBERS = Set.of("99999999999", "XXXXXXX", "XXXXXXXXXXX");

  private static final String NO_POSTAL_CODE = "00000";

  private Parties() {}

  static Party party(Element holder) {
    String vatNumber = vatNumber(holder);
    Identifier fiscalCode = fiscalCode(holder);
    String fallback = fiscalCode == null ? vatNumber : fiscalCode.value();
    return new Party(
        holder,
        Party.first(name(holder), fallback),
        "DatiAnagrafici/Anagrafica/Denominazione",
        vatNumber,
        fiscalCode,
        List.of(),
        null,
        null,
        null,
        null,
        address(first(holder.find("Sede"), holder.find("AltriDatiIdentificativi", "Sede"))));
  }

  private static @Nullable String vatNumber(Element holder) {
    Element id = identity(holder, "IdFiscaleIVA");
    String code = id == null ? null : id.text("IdCodice");
    if (id == null || code == null || code.matches("0*") || NO_NUMBERS.contains(code)) {
      return null;
    }
    String country = id.text("IdPaese");
    return country == null ? code : country.toUpperCase(Locale.ROOT) + code;
  }

  private static @Nullable Identifier fiscalCode(Element holder) {
    Element code = identity(holder, "CodiceFiscale");
    return code == null || code.text() == null
        ? null
        : new Identifier(FISCAL_CODE, code.text().toUpperCase(Locale.ROOT));
  }

  /** FSM10 has it in the party itself (the seller) or in IdentificativiFiscali (the buyer). */
  private static @Nullable Element identity(Element holder, String name) {
    return first(
        holder.find("DatiAnagrafici", name),
        holder.find("IdentificativiFiscali", name),
        holder.find(name));
  }

  private static @Nullable String name(Element holder) {
    return Stream.of(
            holder.find("DatiAnagrafici", "Anagrafica"),
            holder.find("AltriDatiIdentificativi"),
            holder)
        .filter(Objects::nonNull)
        .map(
            names ->
                Party.first(
                    names.text("Denominazione"),
                    Party.joined(" ", names.text("Nome"), names.text("Cognome"))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Address address(@Nullable Element seat) {
    if (seat == null) {
      return null;
    }
    String postalCode = seat.text("CAP");
    return Party.address(
        Collections.singletonList(street(seat)),
        NO_POSTAL_CODE.equals(postalCode) ? null : postalCode,
        seat.text("Comune"),
        seat.text("Nazione"));
  }

  private static @Nullable String street(Element seat) {
    return Party.joined(" ", seat.text("Indirizzo"), seat.text("NumeroCivico"));
  }

  private static @Nullable Element first(@Nullable Element... given) {
    return Stream.of(given).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
