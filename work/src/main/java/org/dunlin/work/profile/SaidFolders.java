package org.dunlin.work.profile;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.profile.SaidCompany.Said;

/** The watched folders of a company of the settings file, held against its connections. */
final class SaidFolders {
  private static final String PREFIX = KeptProfile.connection("");

  private final Stores stores;
  private final SaidCompany said;
  private final Map<String, SettingOrigin> origins;

  SaidFolders(Stores stores, SaidCompany said, Map<String, SettingOrigin> origins) {
    this.stores = stores;
    this.said = said;
    this.origins = origins;
  }

  /** Writes what differs, in the transaction of the caller. */
  void apply() {
    Folders folders = new Folders(stores);
    said.folders()
        .forEach(
            (id, each) -> {
              Connection wanted = Folders.connection(said.id(), id, each.text());
              folders.refuseTaken(wanted, true);
              boolean written = folders.write(wanted, Author.SETTINGS.name());
              note(id, each, written);
            });
  }

  /** What the file named once, by the names of their origins. */
  Set<String> left() {
    Set<String> left = new TreeSet<>();
    origins.forEach(
        (name, origin) -> {
          if (name.startsWith(PREFIX)
              && origin.kind() == SettingOrigin.Kind.FILE
              && !says(name.substring(PREFIX.length()))) {
            left.add(name);
          }
        });
    return left;
  }

  private boolean says(String id) {
    return said.folders().containsKey(id) || said.connections().contains(id);
  }

  private void note(String id, Said each, boolean written) {
    String name = KeptProfile.connection(id);
    SettingOrigin origin = origins.get(name);
    if (written || origin == null || origin.kind() != SettingOrigin.Kind.FILE) {
      stores.origins().putOfFile(said.id(), name, Author.SETTINGS.name(), each.place(), null);
    } else if (!each.place().equals(origin.place())) {
      stores.origins().move(said.id(), name, each.place());
    }
  }
}
