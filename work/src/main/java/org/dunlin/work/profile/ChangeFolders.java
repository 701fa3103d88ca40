package org.dunlin.work.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.dunlin.core.model.WritableText;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;

/** Adds, moves and removes a company's watched folders, for a person. */
public final class ChangeFolders {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
  private static final int LONGEST_PATH = 1000;

  private final Stores stores;
  private final Folders folders;

  /** Over these stores. */
  public ChangeFolders(Stores stores) {
    this.stores = stores;
    this.folders = new Folders(stores);
  }

  /**
   * Has the connection watch a folder from now on; adds it where it is not there.
   *
   * @param path of the folder that holds {@code in} and {@code out}, from the root on
   * @throws WrongConnection when the name or the path cannot be used
   * @throws SetInFile when the settings file says the connection
   * @throws UnknownCompany when there is no such company
   */
  public void put(String companyId, String id, String path, Author by) {
    if (!ID.matcher(id).matches()) {
      throw new WrongConnection(WrongConnection.Fault.ID, id);
    }
    Connection wanted = Folders.connection(companyId, id, whole(path.strip()));
    stores
        .transactions()
        .run(
            () -> {
              refuseWhatTheFileSays(companyId, id);
              folders.refuseTaken(wanted, false);
              if (folders.write(wanted, by.name())) {
                String name = KeptProfile.connection(id);
                stores.origins().put(companyId, name, by.kind(), by.name());
              }
            });
  }

  /**
   * Removes the connection; what came by it stays. Nothing where it is not there.
   *
   * @throws SetInFile when the settings file says the connection
   * @throws UnknownCompany when there is no such company
   */
  public void remove(String companyId, String id, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              refuseWhatTheFileSays(companyId, id);
              stores
                  .connections()
                  .find(companyId, id)
                  .ifPresent(connection -> folders.remove(connection, by.name()));
            });
  }

  private static String whole(String path) {
    if (!WritableText.is(path) || path.length() > LONGEST_PATH || !isAbsolute(path)) {
      throw new WrongConnection(WrongConnection.Fault.PATH, WritableText.of(path));
    }
    return path;
  }

  private static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void refuseWhatTheFileSays(String companyId, String id) {
    if (!stores.companies().lock(companyId)) {
      throw new UnknownCompany();
    }
    KeptProfile.find(stores, companyId)
        .flatMap(kept -> kept.originOfConnection(id))
        .flatMap(KeptProfile::placeInFile)
        .ifPresent(
            place -> {
              throw new SetInFile(Map.of(id, place));
            });
  }
}
