package org.dunlin.work.handover;

import java.util.Optional;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;

/**
 * Who collects a company's cases.
 *
 * @param connectionId over which they go
 * @param automatic whether they go without a person's word
 */
public record Agency(String connectionId, String name, boolean automatic) {
  /** The setting with its name. */
  public static final String NAME = "name";

  /** The setting that says who releases a case. */
  public static final String APPROVAL = "approval";

  /** The setting with the address to which cases are mailed, in place of a server. */
  public static final String MAIL = "mail";

  /** Where nobody has to. */
  public static final String AUTOMATIC = "automatic";

  /** The company's; of several the first by name. */
  public static Optional<Agency> of(Stores stores, String companyId) {
    return stores.connections().of(companyId).stream()
        .filter(connection -> connection.program().equals(RoadKind.AGENCY.program()))
        .findFirst()
        .map(Agency::of);
  }

  private static Agency of(Connection connection) {
    return new Agency(
        connection.id(),
        connection.settings().getOrDefault(NAME, connection.id()),
        AUTOMATIC.equals(connection.settings().get(APPROVAL)));
  }
}
