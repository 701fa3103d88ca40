package org.dunlin.core.road;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What leads to the files, or takes them away. */
public enum RoadKind {
  /** A folder of an SSH server (SFTP). */
  SFTP,
  /** A folder of an FTP server that speaks TLS (RFC 4217). */
  FTPS,
  /** A mailbox by IMAP, whose mails bring files as attachments. */
  MAILBOX,
  /** None: people upload files, and programs send them. */
  UPLOAD,
  /** Out of the hub: files for other programs, into a folder or onto an SFTP server. */
  OUTGOING,
  /** Out of the hub: letters for a printer, into a folder or onto an SFTP server. */
  LETTERS,
  /** Out of the hub: cases for who collects them, into a folder or onto an SFTP server. */
  AGENCY,
  /** Out of the hub: direct debits for the bank, into a folder or onto an SFTP server. */
  DEBITS;

  /** Whether the hub looks there by itself. */
  public boolean isLookedAt() {
    return this != UPLOAD && !isOutward();
  }

  /** Whether files are put there; where, another connection says. */
  public boolean isOutward() {
    return this == OUTGOING || this == LETTERS || this == AGENCY || this == DEBITS;
  }

  /** Whether a connection calls its program so as one by which files are put. */
  public static boolean isOutward(String program) {
    return of(program).filter(RoadKind::isOutward).isPresent();
  }

  /** What a connection calls it, among the names of programs. */
  public String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The road that a connection calls so; empty where it is none. */
  public static Optional<RoadKind> of(String program) {
    return Arrays.stream(values()).filter(kind -> kind.program().equals(program)).findFirst();
  }
}
