package org.dunlin.work.offer;

import java.util.Map;
import org.dunlin.work.profile.SaidCompany.Said;

/**
 * A connection to a program as the settings file says it.
 *
 * @param program its name, and where the file says it
 * @param settings by name, secret ones among them
 */
public record SaidConnection(
    String companyId, String id, Said program, Map<String, String> settings) {
  public SaidConnection {
    settings = Map.copyOf(settings);
  }

  @Override
  public String toString() {
    return "SaidConnection[" + companyId + "/" + id + " to " + program.text() + "]"; // no secrets
  }
}
