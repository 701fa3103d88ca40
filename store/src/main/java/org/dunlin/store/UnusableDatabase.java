package org.dunlin.store;

/** The database cannot be used; the message says which, why, and what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1;

  private UnusableDatabase(String message, Throwable cause) {
    super(message, cause);
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
            + ". Check DUNLIN_DATABASE_URL, DUNLIN_DATABASE_USER and DUNLIN_DATABASE_PASSWORD.",
        cause);
  }
}
