package org.dunlin.console.look;

/** What a browser may load for a page (W3C Content Security Policy Level 3). */
public final class ContentPolicy {
  /** The header that carries it. */
  public static final String HEADER = "Content-Security-Policy";

  private static final String OWN =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self';";

  private static final String REST = " frame-ancestors 'none'; base-uri 'none'";

  /** Style sheets and scripts of this hub, and drawings within the page. */
  public static final String PAGE = OWN + REST;

  /** The same, and a part of this hub in a frame. */
  public static final String FRAMING = OWN + " frame-src 'self';" + REST;

  private ContentPolicy() {}
}
