package org.dunlin.console.limit;

import java.util.regex.Pattern;

/** Who asks, by their address. */
public final class Network {
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Network() {}

  /** Of the newer addresses a network, in which one machine has as many as it likes. */
  public static String of(String address) {
    if (!IPV6.matcher(address).matches()) {
      return address;
    }
    String[] groups = address.split(":", -1);
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < Math.min(4, groups.length) && !groups[i].isEmpty(); i++) {
      network.append(groups[i]).append(':');
    }
    return network.isEmpty() ? address : network.toString();
  }
}
