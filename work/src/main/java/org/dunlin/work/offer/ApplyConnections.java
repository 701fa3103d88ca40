package org.dunlin.work.offer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.program.WrongSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what the settings file says of connections to programs, at each start. What it says wins;
 * settings that it does not say stay as people made them; what is as it was is not written.
 */
public final class ApplyConnections {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyConnections.class);

  private final Stores stores;
  private final ChangeConnection changes;

  /** Over these stores. */
  public ApplyConnections(Stores stores, ChangeConnection changes) {
    this.stores = stores;
    this.changes = changes;
  }

  /**
   * Applies one connection.
   *
   * @throws WrongSettings with all that is wrong with it
   * @throws Unlinked when it is new and the hub does not know its program
   */
  public void apply(SaidConnection said) {
    Optional<Connection> before = stores.connections().find(said.companyId(), said.id());
    if (before.isEmpty()) {
      changes.add(
          said.companyId(), said.id(), said.program().text(), said.settings(), Author.SETTINGS);
    } else if (before.get().program().equals(said.program().text())) {
      changeWhatDiffers(said, before.get());
    } else {
      throw WrongSettings.one(
          "program",
          "The connection leads to "
              + before.get().program()
              + " already; give the new one another name, or remove the old one first.");
    }
    Set<String> names = said.settings().keySet();
    stores
        .transactions()
        .run(
            () -> FixedConnection.note(stores, said.companyId(), said.id(), said.program(), names));
  }

  private void changeWhatDiffers(SaidConnection said, Connection before) {
    Map<String, String> now = new HashMap<>(before.settings());
    now.putAll(stores.programs().secrets().of(said.companyId(), said.id()));
    Map<String, String> differs = new TreeMap<>(said.settings());
    differs
        .entrySet()
        .removeIf(each -> each.getValue().strip().equals(now.getOrDefault(each.getKey(), "")));
    if (differs.isEmpty()) {
      return;
    }
    try {
      // all of it, since secrets that are the same are given again where an address differs
      changes.change(said.companyId(), said.id(), said.settings(), Author.SETTINGS);
    } catch (Unlinked e) {
      LOG.warn("Connection {}/{} stays as it was: {}", said.companyId(), said.id(), e.getMessage());
    }
  }
}
