package org.dunlin.config.hub;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.config.hub.CompanySettings.ConnectionSettings;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.offer.ApplyConnections;
import org.dunlin.work.offer.SaidConnection;
import org.dunlin.work.profile.SaidCompany.Said;
import org.springframework.core.env.ConfigurableEnvironment;

/** The connections to programs of the settings, each with its place. */
final class SaidConnections {
  private static final String UNKNOWN = "the settings";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]+)[^}]*}");

  private final List<CompanySettings> companies;
  private final Places places;

  SaidConnections(List<CompanySettings> companies, ConfigurableEnvironment environment) {
    this.companies = companies;
    this.places = new Places(environment);
  }

  /**
   * Applies them, once the companies are there.
   *
   * @throws WrongSettings with all that is wrong with a connection, and where
   */
  void apply(ApplyConnections connections) {
    for (int i = 0; i < companies.size(); i++) {
      CompanySettings company = companies.get(i);
      String prefix = "dunlin.companies[" + i + "].connections";
      company
          .connections()
          .forEach((id, said) -> apply(connections, said(prefix, company.id(), id, said)));
    }
  }

  private SaidConnection said(
      String prefix, String companyId, String id, ConnectionSettings connection) {
    String place =
        places
            .find(prefix, "." + id + ".program", "[" + id + "].program")
            .map(Places.Found::place)
            .orElse(UNKNOWN);
    refuseUnset(companyId + "/" + id, place, connection.settings());
    Said program = new Said(connection.program().strip(), place);
    return new SaidConnection(companyId, id, program, connection.settings());
  }

  /** A variable that is not set leaves its name behind, which is nobody's secret. */
  private static void refuseUnset(String connection, String place, Map<String, String> settings) {
    for (Map.Entry<String, String> each : settings.entrySet()) {
      Matcher unset = VARIABLE.matcher(each.getValue());
      if (unset.find()) {
        throw new WrongSettings(
            "Connection %s (%s): the variable %s of its setting %s is not set; set it, or take the setting out."
                .formatted(connection, place, unset.group(1), each.getKey()));
      }
    }
  }

  private static void apply(ApplyConnections connections, SaidConnection said) {
    String where =
        "Connection " + said.companyId() + "/" + said.id() + " (" + said.program().place() + ")";
    try {
      connections.apply(said);
    } catch (org.dunlin.work.program.WrongSettings wrong) {
      throw new WrongSettings(
          wrong.faults().stream()
              .map(fault -> "  " + fault.setting() + ": " + fault.sentence())
              .collect(
                  Collectors.joining(
                      System.lineSeparator(),
                      where + " cannot be used:" + System.lineSeparator(),
                      "")));
    } catch (Unlinked unlinked) {
      throw new WrongSettings(where + " cannot be used: " + unlinked.getMessage());
    }
  }
}
