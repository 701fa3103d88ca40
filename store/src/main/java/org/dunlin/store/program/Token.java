package org.dunlin.store.program;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in gave, as it lies in the database.
 *
 * @param values by their names: the access token, the one that renews it, or what a session has
 * @param version grows with each that is stored
 * @param age how long ago it was stored, by the clock of the database
 * @param renewIn when it is to be renewed; negative once that is over; absent: not by the clock
 */
public record Token(
    String companyId,
    String connectionId,
    Map<String, String> values,
    long version,
    Duration age,
    @Nullable Duration renewIn) {
  public Token {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "Token[" + companyId + "/" + connectionId + ", version " + version + "]"; // no values
  }
}
