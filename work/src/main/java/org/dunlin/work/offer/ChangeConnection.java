package org.dunlin.work.offer;

import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.PrivateKeyCheck;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.road.ChangeRoad;

/** Adds a connection and changes what it was told, whether it leads to a program or is a road. */
public final class ChangeConnection {
  private final Stores stores;
  private final ChangeProgram programs;
  private final ChangeRoad roads;

  /** Over these stores; private keys of roads are read by this. */
  public ChangeConnection(Stores stores, ChangeProgram programs, PrivateKeyCheck keys) {
    this.stores = stores;
    this.programs = programs;
    this.roads = new ChangeRoad(stores, keys);
  }

  /**
   * Adds a connection.
   *
   * @param program the name of a program, or of a road
   * @param given settings by name, secret ones among them
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when the hub does not know the program
   */
  public void add(
      String companyId, String id, String program, Map<String, String> given, Author by) {
    Optional<RoadKind> road = RoadKind.of(program);
    if (road.isPresent()) {
      roads.add(companyId, id, road.get(), given, by);
    } else {
      programs.add(companyId, id, program, given, by);
    }
  }

  /**
   * Changes settings of a connection; what is not named stays, and so do secrets that are empty.
   *
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when there is no such connection
   */
  public void change(String companyId, String id, Map<String, String> given, Author by) {
    Optional<Connection> road =
        stores
            .connections()
            .find(companyId, id)
            .filter(each -> RoadKind.of(each.program()).isPresent());
    if (road.isPresent()) {
      roads.change(road.get(), given, by);
    } else {
      programs.change(companyId, id, given, by);
    }
  }
}
