package org.dunlin.work.link;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses do not lead into the public internet: those of this machine, of its link, of
 * private networks, and of none of these that still reach nobody outside (the registries of special
 * purpose addresses, RFC 6890), also where they are written within an IPv6 address.
 */
public final class PrivateAddresses {
  private PrivateAddresses() {}

  /** Whether it leads inside. */
  public static boolean isPrivate(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPrivate4(bytes) : isPrivate6(bytes);
  }

  private static boolean isPrivate4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0
        || first >= 240
        || first == 100 && second >= 64 && second < 128 // shared by the customers of a provider
        || first == 192 && second == 0 && bytes[2] == 0
        || first == 198 && (second == 18 || second == 19);
  }

  private static boolean isPrivate6(byte[] bytes) {
    boolean unique = (bytes[0] & 0xFE) == 0xFC;
    boolean translated = begins(bytes, 0x00, 0x64, 0xFF, 0x9B);
    boolean compatible = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    boolean sixToFour = begins(bytes, 0x20, 0x02);
    return unique
        || (translated || compatible) && isPrivate(inner(bytes, 12))
        || sixToFour && isPrivate(inner(bytes, 2));
  }

  private static boolean begins(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress inner(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
