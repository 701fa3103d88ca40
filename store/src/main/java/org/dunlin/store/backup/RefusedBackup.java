package org.dunlin.store.backup;

/** A backup is not made or not brought back; the message says why, and what to do. */
public final class RefusedBackup extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Code {
    /** There is no such file, or it cannot be read. */
    FILE_UNREADABLE,
    /** The file that is to be written is there already. */
    FILE_EXISTS,
    /** The file cannot be written; the disk may be full. */
    FILE_UNWRITABLE,
    /** It is some other file. */
    NOT_A_BACKUP,
    /** It is a backup that was cut off or changed. */
    BACKUP_DAMAGED,
    /** A newer hub made it. */
    BACKUP_TOO_NEW,
    /** A hub with other tables made it. */
    BACKUP_OF_OTHER_SCHEMA,
    /** It holds a part that this hub does not know. */
    UNKNOWN_PART,
    /** What is sealed in it cannot be opened with the keys at hand. */
    KEY_MISSING,
    /** There is no hub to back up. */
    NO_HUB,
    /** The hub to restore into holds data. */
    HUB_NOT_EMPTY,
    /** The hub to restore into runs. */
    HUB_RUNS,
    /** The schema to restore into holds what is not the hub's. */
    FOREIGN_TABLES
  }

  private final Code code;

  /**
   * @param sentence what is wrong and what to do
   */
  public RefusedBackup(Code code, String sentence) {
    super(sentence);
    this.code = code;
  }

  RefusedBackup(Code code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  static RefusedBackup damaged(String what) {
    return new RefusedBackup(
        Code.BACKUP_DAMAGED,
        "The backup is damaged: " + what + ". Nothing was touched; take another backup.");
  }

  /** What is wrong. */
  public Code code() {
    return code;
  }
}
