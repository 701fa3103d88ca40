package org.dunlin.work.setting;

import java.util.Set;
import org.dunlin.store.Stores;
import org.dunlin.store.people.HubEvents.Kind;

/** Sets a setting of the hub in the console, or lets the default count again. */
public final class ChangeSetting {
  private final Stores stores;
  private final Set<String> fixed;

  /**
   * Over these stores.
   *
   * @param written the names that the file, the environment or the command line say
   */
  public ChangeSetting(Stores stores, Set<String> written) {
    this.stores = stores;
    this.fixed = Set.copyOf(ConsoleSettings.fixedBy(written));
  }

  /** What became of it. */
  public enum Outcome {
    /** It is kept, and counts from the next start. */
    KEPT,
    /** The default counts from the next start. */
    RESET,
    /** It stands so already. */
    SAME,
    /** The file, the environment or the command line says it, or what belongs together with it. */
    FIXED,
    /** It is not of the form of the setting. */
    WRONG,
    /** The console does not set it. */
    NOT_HERE
  }

  /** Keeps a value for the next start. */
  public Outcome set(String name, String value, String by) {
    String said = value.strip();
    SettingForm form = ConsoleSettings.form(name).orElse(null);
    if (form == null) {
      return Outcome.NOT_HERE;
    }
    if (fixed.contains(name)) {
      return Outcome.FIXED;
    }
    if (!form.takes(said)) {
      return Outcome.WRONG;
    }
    return stores
        .transactions()
        .in(
            () -> {
              if (said.equals(stores.settings().said().get(name))) {
                return Outcome.SAME;
              }
              stores.settings().say(name, said);
              stores.signIn().events().note(by, Kind.SETTING_SET, name, said);
              return Outcome.KEPT;
            });
  }

  /** Forgets what was set. */
  public Outcome reset(String name, String by) {
    if (ConsoleSettings.form(name).isEmpty()) {
      return Outcome.NOT_HERE;
    }
    return stores
        .transactions()
        .in(
            () -> {
              if (!stores.settings().forget(name)) {
                return Outcome.SAME;
              }
              stores.signIn().events().note(by, Kind.SETTING_RESET, name, "");
              return Outcome.RESET;
            });
  }
}
