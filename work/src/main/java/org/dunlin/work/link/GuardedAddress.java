package org.dunlin.work.link;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the hub goes to an address that somebody gave: by https, and into no private network. */
public final class GuardedAddress {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*]?");

  private GuardedAddress() {}

  /** Why the hub does not go there. */
  public enum Flaw {
    /** It is no address. */
    NONE,
    /** It is not one of https. */
    PLAIN,
    /** It leads into a private network. */
    INSIDE
  }

  /**
   * What is wrong with an address; empty where nothing is.
   *
   * @param privateAddresses whether addresses may lead inside, and by http
   */
  public static Optional<Flaw> flaw(String text, boolean privateAddresses) {
    try {
      URI address = new URI(text);
      String host = address.getHost();
      if (host == null || address.getUserInfo() != null) {
        return Optional.of(Flaw.NONE);
      }
      boolean https = "https".equalsIgnoreCase(address.getScheme());
      if (!https && !(privateAddresses && "http".equalsIgnoreCase(address.getScheme()))) {
        return Optional.of(Flaw.PLAIN);
      }
      return !privateAddresses && leadsInside(host) ? Optional.of(Flaw.INSIDE) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of(Flaw.NONE);
    }
  }

  /** Of what is written as a number; whither a name leads is asked each time when it is gone to. */
  private static boolean leadsInside(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (!LITERAL.matcher(host).matches()) {
      return false;
    }
    try {
      return PrivateAddresses.isPrivate(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
