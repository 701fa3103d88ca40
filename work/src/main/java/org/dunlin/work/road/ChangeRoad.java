package org.dunlin.work.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.connectors.program.Setting;
import org.dunlin.core.port.PrivateKeyCheck;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.handover.Agency;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.ConnectionName;
import org.dunlin.work.program.ConnectionNotes;
import org.dunlin.work.program.GivenSettings;
import org.dunlin.work.program.GivenSettings.Checked;
import org.dunlin.work.program.GivenSettings.LookedAt;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.program.WrongSettings.Fault;

/** Adds a road, and changes what it was told. Whoever goes it sees the change at the next look. */
public final class ChangeRoad {
  private final Stores stores;
  private final GivenSettings settings = new GivenSettings(true); // no road has an URL
  private final PrivateKeyCheck keys;
  private final ConnectionNotes notes;

  /** Over these stores; private keys are read by this. */
  public ChangeRoad(Stores stores, PrivateKeyCheck keys) {
    this.stores = stores;
    this.keys = keys;
    this.notes = new ConnectionNotes(stores);
  }

  /**
   * Adds a road.
   *
   * @param given settings by name, secret ones among them
   * @throws WrongSettings with all that is wrong
   */
  public void add(
      String companyId, String id, RoadKind kind, Map<String, String> given, Author by) {
    LookedAt looked = look(kind, given, Map.of());
    Checked checked = looked.checked();
    stores
        .transactions()
        .run(
            () -> {
              List<Fault> faults =
                  new ArrayList<>(ConnectionName.faults(stores, companyId, id, "bank"));
              faults.addAll(looked.faults());
              refuse(faults);
              refuseNowhere(companyId, kind, checked);
              stores
                  .connections()
                  .put(new Connection(companyId, id, kind.program(), checked.open(), false));
              keepSecrets(companyId, id, checked.secrets());
              stores.origins().put(companyId, "connection/" + id, by.kind(), by.name());
              String host = checked.open().getOrDefault("host", "");
              String reason = RoadSettings.label(kind) + (host.isEmpty() ? "." : " " + host + ".");
              notes.add(companyId, id, "CONNECTION_ADDED", by.name(), reason);
            });
  }

  /**
   * Changes settings of a road; what is not named stays, and so do secrets that are empty. Another
   * server needs the secrets again, so that what is kept goes to no other place.
   *
   * @throws WrongSettings with all that is wrong
   */
  public void change(Connection road, Map<String, String> given, Author by) {
    RoadKind kind = RoadKind.of(road.program()).orElseThrow();
    stores
        .transactions()
        .run(
            () -> {
              Connection before =
                  stores.connections().find(road.companyId(), road.id()).orElseThrow();
              Map<String, String> all = new HashMap<>(before.settings());
              all.putAll(given);
              Map<String, String> kept =
                  stores.programs().secrets().of(road.companyId(), road.id());
              LookedAt looked = look(kind, all, kept);
              Checked checked = looked.checked();
              List<Fault> faults = new ArrayList<>(looked.faults());
              faults.addAll(moved(kind, before, checked, kept.keySet()));
              refuse(faults);
              refuseNowhere(road.companyId(), kind, checked);
              keepSecrets(road.companyId(), road.id(), checked.secrets());
              keepOpen(before, checked.open(), by);
              note(before, checked, by);
            });
  }

  /** The form of each setting first, then what they are together; each has one fault at most. */
  private LookedAt look(RoadKind kind, Map<String, String> given, Map<String, String> kept) {
    LookedAt each =
        settings.look(RoadSettings.label(kind), RoadSettings.of(kind), given, kept.keySet());
    Map<String, String> secrets = new HashMap<>(kept);
    secrets.putAll(each.checked().secrets());
    Map<String, String> open = RoadSettings.complete(kind, each.checked().open());
    List<Fault> faults = new ArrayList<>(each.faults());
    RoadFaults.of(kind, open, secrets, keys).stream()
        .filter(fault -> !each.faulty(fault.setting()))
        .forEach(faults::add);
    return new LookedAt(each.checked(), faults);
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new WrongSettings(faults);
    }
  }

  /** Files that go out need a folder or a server, and not the folder whose files come in. */
  private void refuseNowhere(String companyId, RoadKind kind, Checked checked) {
    if (kind.isOutward() && checked.open().getOrDefault(Agency.MAIL, "").isBlank()) {
      new OutgoingTarget(stores).refuseNone(companyId, checked.open());
    }
  }

  private static List<Fault> moved(
      RoadKind kind, Connection before, Checked checked, Set<String> kept) {
    Map<String, String> there = RoadSettings.complete(kind, before.settings());
    Map<String, String> now = RoadSettings.complete(kind, checked.open());
    boolean moved =
        !now.getOrDefault("host", "").equals(there.get("host"))
            || !now.getOrDefault("port", "").equals(there.get("port"));
    List<Fault> again = new ArrayList<>();
    for (Setting setting : RoadSettings.of(kind)) {
      String name = setting.name();
      if (moved && kept.contains(name) && !checked.secrets().containsKey(name)) {
        again.add(
            new Fault(
                name,
                setting.label()
                    + " must be entered again: the address was changed, and what is kept goes to no"
                    + " other place."));
      }
    }
    return again;
  }

  private void keepSecrets(String companyId, String id, Map<String, String> secrets) {
    secrets.forEach((name, secret) -> stores.programs().secrets().put(companyId, id, name, secret));
  }

  private void keepOpen(Connection before, Map<String, String> open, Author by) {
    if (!open.equals(before.settings())) {
      stores
          .connections()
          .put(
              new Connection(
                  before.companyId(), before.id(), before.program(), open, before.paused()));
      Map<String, String> changed = new TreeMap<>(open);
      before.settings().forEach((name, value) -> changed.remove(name, value));
      before.settings().keySet().stream()
          .filter(name -> !open.containsKey(name))
          .forEach(name -> changed.put(name, ""));
      String names = "Changed: " + String.join(", ", changed.keySet()) + ".";
      notes.add(before.companyId(), before.id(), "CONNECTION_CHANGED", by.name(), names);
    }
  }

  private void note(Connection road, Checked checked, Author by) {
    if (!checked.secrets().isEmpty()) {
      String names = "New: " + String.join(", ", new TreeSet<>(checked.secrets().keySet())) + ".";
      notes.add(road.companyId(), road.id(), "CREDENTIALS_ROTATED", by.name(), names);
    }
  }
}
