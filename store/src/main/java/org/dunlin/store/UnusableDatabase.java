package org.dunlin.store;

/** The database cannot be used; the message says which, why, and what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String CHECK =
      ". Check DUNLIN_DATABASE_URL, DUNLIN_DATABASE_USER and DUNLIN_DATABASE_PASSWORD.";
  private static final String UNENCRYPTED =
      " The hub asks servers of other machines for TLS: set it up there, or say another sslmode"
          + " in DUNLIN_DATABASE_URL where the network between is your own.";

  private UnusableDatabase(String message, Throwable cause) {
    super(message, cause);
  }

  private static boolean encrypted(Throwable root) {
    return String.valueOf(root.getMessage()).contains("SSL");
  }

  static UnusableDatabase because(String url, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new UnusableDatabase(
        "The database at "
            + url.replaceAll("\\?.*", "")
            + " cannot be used: "
            + root.getMessage()
            + (encrypted(root) ? UNENCRYPTED : CHECK),
        cause);
  }
}
