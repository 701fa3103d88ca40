package org.dunlin.work.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.profile.SaidCompany.Said;

/** The rules for paying that the settings file says of a company, held against those kept. */
public final class SaidRules {
  private final Stores stores;
  private final SaidCompany said;
  private final Map<String, SettingOrigin> origins;

  SaidRules(Stores stores, SaidCompany said, Map<String, SettingOrigin> origins) {
    this.stores = stores;
    this.said = said;
    this.origins = origins;
  }

  /**
   * Writes what differs, in the transaction of the caller.
   *
   * @throws WrongRule where the file says one that cannot be
   */
  void apply() {
    if (said.rules().isEmpty()) {
      return;
    }
    CompanyProfile profile = stores.companies().profile(said.id());
    KeptRules before = KeptRules.of(stores, said.id());
    Map<Rule, String> texts = new EnumMap<>(Rule.class);
    said.rules().forEach((rule, each) -> texts.put(rule, each.text()));
    KeptRules wanted = before.with(texts, profile.company().currency());
    if (!wanted.texts().equals(before.texts())) {
      wanted.write(stores, profile, before, Author.SETTINGS.name());
    }
    said.rules().forEach(this::note);
  }

  private void note(Rule rule, Said each) {
    SettingOrigin origin = origins.get(rule.origin());
    if (origin == null || origin.kind() != SettingOrigin.Kind.FILE) {
      stores
          .origins()
          .putOfFile(said.id(), rule.origin(), Author.SETTINGS.name(), each.place(), null);
    } else if (!each.place().equals(origin.place())) {
      stores.origins().move(said.id(), rule.origin(), each.place());
    }
  }

  /** What the file said once, by the names of their origins. */
  Set<String> left() {
    Set<String> left = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      SettingOrigin origin = origins.get(rule.origin());
      if (origin != null
          && origin.kind() == SettingOrigin.Kind.FILE
          && !said.rules().containsKey(rule)) {
        left.add(rule.origin());
      }
    }
    return left;
  }

  /** The places in the settings file at which it says any of these. */
  public static List<String> places(Stores stores, String companyId, Rule... rules) {
    Map<Rule, String> places = places(stores, companyId);
    return Stream.of(rules).filter(places::containsKey).map(places::get).distinct().toList();
  }

  /** Where the settings file says rules of a company, which are changed there and nowhere else. */
  private static Map<Rule, String> places(Stores stores, String companyId) {
    Map<String, SettingOrigin> origins = stores.origins().of(companyId);
    Map<Rule, String> places = new TreeMap<>();
    for (Rule rule : Rule.values()) {
      Optional.ofNullable(origins.get(rule.origin()))
          .flatMap(KeptProfile::placeInFile)
          .ifPresent(place -> places.put(rule, place));
    }
    return places;
  }

  /**
   * Refuses to change rules that the file says.
   *
   * @throws SetInFile with those
   */
  public static void refuse(Stores stores, String companyId, KeptRules wanted) {
    Map<Rule, String> now = KeptRules.of(stores, companyId).texts();
    Map<Rule, String> then = wanted.texts();
    Map<String, String> places = new TreeMap<>();
    places(stores, companyId)
        .forEach(
            (rule, place) -> {
              if (!String.valueOf(now.get(rule)).equals(then.get(rule))) {
                places.put(rule.fileKey(), place);
              }
            });
    if (!places.isEmpty()) {
      throw new SetInFile(places);
    }
  }
}
