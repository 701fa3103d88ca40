package org.dunlin.work.intake;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;

/** Which folders this process is to watch: those of connections that it holds and nobody paused. */
public final class WatchFolders {
  /** The program of connections whose files lie in a folder. */
  public static final String PROGRAM = "folder";

  /** The flow of which is noted that a folder cannot be watched. */
  public static final String FLOW = "intake";

  private final Stores stores;

  /** Over these stores. */
  public WatchFolders(Stores stores) {
    this.stores = stores;
  }

  /** Takes or keeps what this process may hold, and tells which folders these are. */
  public List<WatchedFolder> held() {
    List<WatchedFolder> folders = new ArrayList<>();
    for (Connection connection : stores.connections().all()) {
      String path = connection.settings().get("path");
      if (connection.program().equals(PROGRAM)
          && path != null
          && !connection.paused()
          && stores.connections().hold(connection)) {
        folders.add(new WatchedFolder(connection.companyId(), connection.id(), path));
      }
    }
    return folders;
  }

  /** Notes that a folder cannot be watched. */
  public void failed(WatchedFolder folder, String sentence) {
    stores.flows().failed(folder.companyId(), folder.connectionId(), FLOW, sentence);
  }

  /** Notes that a folder is watched, where it could not be before. */
  public void began(WatchedFolder folder) {
    boolean failed =
        stores.flows().of(folder.companyId()).stream()
            .filter(flow -> flow.connectionId().equals(folder.connectionId()))
            .anyMatch(flow -> flow.flow().equals(FLOW) && flow.failing());
    if (failed) {
      stores.flows().succeeded(folder.companyId(), folder.connectionId(), FLOW);
    }
  }
}
