package org.dunlin.store.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who said a setting of a company, and when.
 *
 * @param place where the settings file says it, or did, as in {@code dunlin.yaml, line 7}
 * @param said what the file says of a setting that people may change all the same
 */
public record SettingOrigin(
    Kind kind, @Nullable String place, @Nullable String said, String by, Instant at) {

  /** Who can say something. */
  public enum Kind {
    /** The settings say it at each start, and nobody else can. */
    FILE,
    /** The settings said it and do not any more; it stayed, and people may change it. */
    FORMER_FILE,
    /** A person on a page. */
    CONSOLE,
    /** A person or program over the API. */
    API
  }
}
