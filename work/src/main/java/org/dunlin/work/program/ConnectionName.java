package org.dunlin.work.program;

import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.store.Stores;
import org.dunlin.work.program.WrongSettings.Fault;

/** What a new connection may be called. */
public final class ConnectionName {
  /** The field of the name, among those of the settings. */
  public static final String FIELD = "id";

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private ConnectionName() {}

  /**
   * What is wrong with the name of a new connection; to be asked in the transaction that adds it.
   *
   * @param example such a name
   */
  public static List<Fault> faults(Stores stores, String companyId, String id, String example) {
    if (!FORM.matcher(id).matches()) {
      return List.of(
          new Fault(
              FIELD,
              "The name of a connection is 1 to 40 small letters, digits, dots, hyphens and"
                  + " underscores, and begins with a letter or digit, as in "
                  + example
                  + "."));
    }
    return stores.connections().find(companyId, id).isPresent()
        ? List.of(
            new Fault(FIELD, "There is a connection " + id + " already; choose another name."))
        : List.of();
  }
}
