package org.dunlin.work.profile;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.profile.ProfileField;
import org.jspecify.annotations.Nullable;

/**
 * A company as the settings file says it: only what it says, each with its place.
 *
 * @param logo the picture at the place that LOGO says; null where it says that there is none
 * @param rules for paying
 * @param folders watched folders by the ids of their connections
 * @param connections ids of connections to programs, which are applied once programs are known
 * @param businessDate a date in place of today for a company that is new; null: today
 * @param goLiveAnyway why it goes live whatever of its roll-out is open; null: it does not insist
 */
public record SaidCompany(
    String id,
    Map<ProfileField, Said> fields,
    @Nullable Logo logo,
    Map<Rule, Said> rules,
    Map<String, Said> folders,
    Set<String> connections,
    @Nullable LocalDate businessDate,
    @Nullable String goLiveAnyway) {
  public SaidCompany {
    rules = Map.copyOf(rules);
    connections = Set.copyOf(connections);
  }

  /** A company without connections to programs, of whose rules nothing is said. */
  public SaidCompany(
      String id,
      Map<ProfileField, Said> fields,
      @Nullable Logo logo,
      Map<String, Said> folders,
      @Nullable LocalDate businessDate) {
    this(id, fields, logo, Map.of(), folders, Set.of(), businessDate, null);
  }

  /**
   * What the file says.
   *
   * @param text empty where it says that there is nothing
   * @param place as a person finds it, such as {@code dunlin.yaml, line 7}
   */
  public record Said(String text, String place) {}
}
