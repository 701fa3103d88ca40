package org.dunlin.routes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.dunlin.work.link.PrivateAddresses;

/**
 * Resolves names, and refuses those that lead inside, but for where the settings say. What it gives
 * is what is connected to, so a name that leads elsewhere at the next look gains nothing.
 */
final class PublicDns implements DnsResolver {
  private static final String INSIDE = "the name leads into a private network";

  private final boolean privateAddresses;

  /**
   * @param privateAddresses whether names may lead inside
   */
  PublicDns(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    boolean refused = !privateAddresses && !Trip.leadsToStandIn();
    for (InetAddress address : addresses) {
      if (refused && PrivateAddresses.isPrivate(address)) {
        throw new UnknownHostException(INSIDE);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  /** Whether a name was refused since it leads inside, and is not merely unknown. */
  static boolean refused(UnknownHostException failure) {
    return INSIDE.equals(failure.getMessage());
  }
}
