package org.dunlin.store.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says why the embedded PostgreSQL cannot be used: what happened, where, and what to do about it.
 */
public class PostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The remedy that always works: a server of one's own. */
  static final String OWN_SERVER =
      "Set DUNLIN_DATABASE_URL to a PostgreSQL server of your own instead.";

  /** What kind of failure it is. */
  public enum Code {
    DATA_DIRECTORY_IN_USE,
    DATA_DIRECTORY_UNUSABLE,
    PLATFORM_UNSUPPORTED,
    ROOT_REFUSED,
    OTHER_MAJOR_VERSION,
    START_FAILED,
    NOT_DURABLE,
    STOP_FAILED
  }

  private final Code code;
  private final String place;
  private final String remedy;

  PostgresFailure(Code code, Path place, String sentence, String remedy) {
    this(code, place, sentence, remedy, null);
  }

  PostgresFailure(
      Code code, Path place, String sentence, String remedy, @Nullable Throwable cause) {
    super(sentence + " " + remedy, cause);
    this.code = code;
    this.place = place.toString();
    this.remedy = remedy;
  }

  static PostgresFailure unusable(Path place, Throwable cause) {
    return new PostgresFailure(
        Code.DATA_DIRECTORY_UNUSABLE,
        place,
        "The hub cannot read or write " + place + " (" + cause + ").",
        "Give the hub's user the right to use this folder, or name another one with DUNLIN_DATA.",
        cause);
  }

  /** What kind of failure it is. */
  public final Code code() {
    return code;
  }

  /** The file or folder that the failure is about. */
  public final String place() {
    return place;
  }

  /** What a person can do about it, as a sentence; the message ends with it. */
  public final String remedy() {
    return remedy;
  }
}
