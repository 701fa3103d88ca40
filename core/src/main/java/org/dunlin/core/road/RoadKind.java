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
  OUTGOING;

  /** Whether the hub looks there by itself. */
  public boolean isLookedAt() {
    return this != UPLOAD && this != OUTGOING;
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
