package org.dunlin.work.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.store.Stores;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.profile.SaidCompany.Said;

/**
 * What the settings file says of a connection, so that it is changed there and nowhere else.
 *
 * @param place as a person finds it, such as {@code dunlin.yaml, line 7}
 * @param settings names of the settings that the file says; the others are for people
 */
public record FixedConnection(String place, Set<String> settings) {
  public FixedConnection {
    settings = Set.copyOf(settings);
  }

  /** What the file says of a connection; empty where it does not name it. */
  public static Optional<FixedConnection> of(Stores stores, String companyId, String id) {
    SettingOrigin origin = stores.origins().of(companyId).get(KeptProfile.connection(id));
    return origin == null
        ? Optional.empty()
        : KeptProfile.placeInFile(origin).map(place -> new FixedConnection(place, names(origin)));
  }

  private static Set<String> names(SettingOrigin origin) {
    Set<String> names = new TreeSet<>();
    if (origin.said() != null && !origin.said().isEmpty()) {
      names.addAll(Arrays.asList(origin.said().split(",")));
    }
    return names;
  }

  /**
   * Notes that the file says a connection, unless that is noted just so.
   *
   * @param settings names of what it says; no value is noted
   */
  public static void note(
      Stores stores, String companyId, String id, Said said, Set<String> settings) {
    String name = KeptProfile.connection(id);
    String names = String.join(",", new TreeSet<>(settings));
    SettingOrigin before = stores.origins().of(companyId).get(name);
    boolean same =
        before != null
            && before.kind() == SettingOrigin.Kind.FILE
            && names.equals(before.said())
            && said.place().equals(before.place());
    if (!same) {
      String by = Author.SETTINGS.name();
      stores.origins().putOfFile(companyId, name, by, said.place(), names);
    }
  }

  /**
   * Refuses to change settings that the file says.
   *
   * @throws SetInFile with those
   */
  public void refuse(Set<String> changed) {
    Map<String, String> places = new TreeMap<>();
    changed.stream().filter(settings::contains).forEach(each -> places.put(each, place));
    if (!places.isEmpty()) {
      throw new SetInFile(places);
    }
  }

  /**
   * Refuses to remove a connection that the file names.
   *
   * @throws SetInFile with its place
   */
  public static void refuseRemoval(Stores stores, String companyId, String id) {
    of(stores, companyId, id)
        .ifPresent(
            said -> {
              throw new SetInFile(Map.of(id, said.place()));
            });
  }
}
