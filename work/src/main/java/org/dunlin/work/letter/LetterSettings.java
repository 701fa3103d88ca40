package org.dunlin.work.letter;

import java.util.Map;
import java.util.Optional;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.core.message.Letterhead;
import org.dunlin.core.model.Address;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;

/** Where a company's letters go, and on what paper they are written. */
public final class LetterSettings {
  /** The setting that says where the window of the envelope is. */
  public static final String WINDOW = "window";

  /** As envelopes of the company's country have it. */
  public static final String USUAL = "usual";

  private LetterSettings() {}

  /** The company's connection for letters; of several the first by name. */
  public static Optional<Connection> connection(Stores stores, String companyId) {
    return stores.connections().of(companyId).stream()
        .filter(connection -> connection.program().equals(RoadKind.LETTERS.program()))
        .findFirst();
  }

  /** The paper; without a connection it names no address, and nothing is printed. */
  public static Letterhead head(CompanyProfile profile, Optional<Connection> connection) {
    Map<String, String> settings = connection.map(Connection::settings).orElse(Map.of());
    String country = settings.getOrDefault("country", profile.company().country());
    return new Letterhead(
        new Address(
            settings.get("street"), settings.get("postalCode"), settings.get("city"), country),
        AddressWindow.of(settings.get(WINDOW)).orElse(AddressWindow.usualIn(country)));
  }
}
