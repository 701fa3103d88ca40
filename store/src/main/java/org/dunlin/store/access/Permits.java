package org.dunlin.store.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may do.
 *
 * @param everywhere in every company, and in what belongs to none; empty where in single ones only
 * @param companies besides, in these
 */
public record Permits(Set<Right> everywhere, Map<String, Set<Right>> companies) {
  /** Nothing. */
  public static final Permits NONE = new Permits(Set.of(), Map.of());

  public Permits {
    everywhere = Set.copyOf(everywhere);
    companies =
        companies.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }

  /**
   * What a person with these roles may do.
   *
   * @param everywhere absent: a role in single companies alone
   */
  public static Permits of(@Nullable Role everywhere, Map<String, Role> companies) {
    return new Permits(
        everywhere == null ? Set.of() : everywhere.rights(),
        companies.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().rights())));
  }

  /** What a program with this token may do. */
  public static Permits of(ApiToken token) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    token.scopes().forEach(scope -> rights.addAll(scope.rights()));
    String company = token.companyId();
    return company == null
        ? new Permits(rights, Map.of())
        : new Permits(Set.of(), Map.of(company, rights));
  }

  /** Whether the caller has anything to do with this company. */
  public boolean knows(String company) {
    return !everywhere.isEmpty() || !companies.getOrDefault(company, Set.of()).isEmpty();
  }

  /** Whether they may do this in this company. */
  public boolean may(Right right, String company) {
    return everywhere.contains(right) || companies.getOrDefault(company, Set.of()).contains(right);
  }

  /** Whether they may do this in every company, and to the hub as a whole. */
  public boolean mayEverywhere(Right right) {
    return everywhere.contains(right);
  }

  /** Whether there is a company in which they may do this. */
  public boolean maySomewhere(Right right) {
    return everywhere.contains(right)
        || companies.values().stream().anyMatch(rights -> rights.contains(right));
  }
}
