package org.dunlin.work.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Setting;
import org.dunlin.core.port.Stage;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.link.Forgiveness;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StreamRows;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.GivenSettings.Checked;
import org.dunlin.work.program.GivenSettings.LookedAt;
import org.dunlin.work.program.WrongSettings.Fault;

/** Adds a connection to a program, and changes what it was told. */
public final class ChangeProgram {
  private final Stores stores;
  private final Links links;
  private final Forgiveness forgiveness;
  private final GivenSettings settings;
  private final FixedBooks books;
  private final Reopening reopening;
  private final StreamRows rows;
  private final ConnectionNotes notes;

  /**
   * Over these stores, for what is asked by this wire.
   *
   * @param privateAddresses whether addresses may lead into private networks
   */
  public ChangeProgram(Stores stores, Links links, Wire wire, boolean privateAddresses) {
    this.stores = stores;
    this.links = links;
    this.forgiveness = new Forgiveness(stores, wire);
    this.settings = new GivenSettings(privateAddresses);
    this.books = new FixedBooks(stores);
    this.reopening = new Reopening(stores);
    this.rows = new StreamRows(stores);
    this.notes = new ConnectionNotes(stores);
  }

  /**
   * Adds a connection. Where the program wants to be authorised, that comes next; else the first
   * pull begins.
   *
   * @param given settings by name, secret ones among them
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when the hub does not know the program
   */
  public void add(
      String companyId, String id, String program, Map<String, String> given, Author by) {
    Manifest manifest = links.known(program).of(given).manifest();
    LookedAt looked = settings.look(manifest, given, Set.of());
    Checked checked = looked.checked();
    stores
        .transactions()
        .run(
            () -> {
              List<Fault> faults =
                  new ArrayList<>(ConnectionName.faults(stores, companyId, id, "books"));
              faults.addAll(looked.faults());
              if (!faults.isEmpty()) {
                throw new WrongSettings(faults);
              }
              stores
                  .connections()
                  .put(new Connection(companyId, id, program, checked.open(), false));
              stores
                  .programs()
                  .linked()
                  .add(companyId, id, Reopening.first(manifest), Reopening.firstReason(manifest));
              keepSecrets(companyId, id, checked.secrets());
              rows.prepare(links.open(companyId, id));
              stores.programs().linked().refresh(companyId, id);
              stores.origins().put(companyId, "connection/" + id, by.kind(), by.name());
              notes.add(
                  companyId,
                  id,
                  "CONNECTION_ADDED",
                  by.name(),
                  "It leads to " + manifest.name() + ".");
            });
    stores.wakeups().wake(Stage.PULL);
  }

  /**
   * Changes settings of a connection; what is not named stays, and so do secrets that are empty.
   * Other credentials open a connection anew that the program had shut. What was read stays what it
   * is: settings that name the books are fixed then, and another address needs the secrets anew.
   *
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when there is no such connection
   */
  public void change(String companyId, String id, Map<String, String> given, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, id);
              changed(links.open(companyId, id), given, by);
              stores.programs().linked().refresh(companyId, id);
            });
    forgiveness.now(companyId, id);
    stores.wakeups().wake(Stage.PULL);
  }

  private void changed(Link link, Map<String, String> given, Author by) {
    Map<String, String> before = link.connection().settings();
    Map<String, String> kept = stores.programs().secrets().of(link.companyId(), link.id());
    Map<String, String> all = all(link, given);
    Manifest manifest = links.program(link.connection().program()).of(all).manifest();
    LookedAt looked = settings.look(manifest, all, kept.keySet());
    Checked checked = looked.checked();
    boolean moved = MovedSecrets.moved(manifest, before, checked.open());
    List<Fault> faults = new ArrayList<>(looked.faults());
    faults.addAll(books.faults(link, manifest, checked.open()));
    if (moved) {
      faults.addAll(MovedSecrets.faults(manifest, kept.keySet(), checked.secrets().keySet()));
    }
    if (!faults.isEmpty()) {
      throw new WrongSettings(faults);
    }
    keepSecrets(link.companyId(), link.id(), checked.secrets());
    boolean changed = !checked.open().equals(before);
    if (changed) {
      keepOpen(link, checked.open(), by);
      beginAnewWhereOthersAreRead(link, checked.open(), by);
      stores.programs().streams().pollNow(link.companyId(), link.id());
    }
    Set<String> credentials = new TreeSet<>(checked.secrets().keySet());
    credentials.removeIf(name -> Objects.equals(checked.secrets().get(name), kept.get(name)));
    if (!Objects.equals(checked.open().get(Reopening.CLIENT), before.get(Reopening.CLIENT))) {
      credentials.add(Reopening.CLIENT);
    }
    boolean anew = changed || !checked.secrets().isEmpty();
    reopening.after(link, manifest, credentials, moved, anew);
    if (!credentials.isEmpty()) {
      String names = "New: " + String.join(", ", credentials) + ".";
      notes.add(link.companyId(), link.id(), "CREDENTIALS_ROTATED", by.name(), names);
    }
  }

  /**
   * Refuses what would lead to other books than those that were read, before a program is asked for
   * access to them.
   *
   * @throws WrongSettings with the settings that say so
   */
  void refuseOtherBooks(Link link, Map<String, String> given) {
    Map<String, String> all = all(link, given);
    books.refuse(link, links.program(link.connection().program()).of(all).manifest(), all);
  }

  private static Map<String, String> all(Link link, Map<String, String> given) {
    Map<String, String> all = new HashMap<>(link.connection().settings());
    all.putAll(given);
    return all;
  }

  private void keepOpen(Link link, Map<String, String> open, Author by) {
    Connection before = link.connection();
    stores
        .connections()
        .put(
            new Connection(
                before.companyId(), before.id(), before.program(), open, before.paused()));
    String changed = "Changed: " + names(before.settings(), open) + ".";
    notes.add(before.companyId(), before.id(), "CONNECTION_CHANGED", by.name(), changed);
  }

  /** Behind a cursor lies what the setting before asked for, and not what this one does. */
  private void beginAnewWhereOthersAreRead(Link link, Map<String, String> open, Author by) {
    Map<String, String> before = link.connection().settings();
    List<String> others =
        link.manifest().settings().stream()
            .filter(each -> link.program().reads(each.name()))
            .filter(
                each ->
                    !Objects.equals(FixedBooks.counts(each, before), FixedBooks.counts(each, open)))
            .map(Setting::label)
            .toList();
    if (!others.isEmpty()) {
      stores.programs().linked().interrupt(link.companyId(), link.id());
      stores.programs().streams().beginAnew(link.companyId(), link.id());
      String why = "Others are read since this was changed: " + String.join(", ", others) + ".";
      notes.add(link.companyId(), link.id(), "SYNC_BEGUN_ANEW", by.name(), why);
    }
  }

  private static String names(Map<String, String> before, Map<String, String> after) {
    Map<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changed.put(name, ""));
    return String.join(", ", changed.keySet());
  }

  private void keepSecrets(String companyId, String id, Map<String, String> secrets) {
    secrets.forEach((name, secret) -> stores.programs().secrets().put(companyId, id, name, secret));
  }
}
