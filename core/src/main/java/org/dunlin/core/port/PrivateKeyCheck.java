package org.dunlin.core.port;

import java.util.Optional;

/** Reads a private key (OpenSSH, PEM, PuTTY) as a server would be shown it; nothing is opened. */
@FunctionalInterface
public interface PrivateKeyCheck {
  /** What cannot be used. */
  enum Fault {
    /** The text is no private key. */
    NO_KEY,
    /** It is sealed, and no passphrase is given. */
    NO_PASSPHRASE,
    /** It is sealed by another passphrase. */
    OTHER_PASSPHRASE
  }

  /**
   * What is wrong with a key; empty where it can be used.
   *
   * @param passphrase empty where none is given
   */
  Optional<Fault> fault(String privateKey, String passphrase);
}
