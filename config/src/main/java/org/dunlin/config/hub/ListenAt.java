package org.dunlin.config.hub;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener of the hub listens, as its settings say it.
 *
 * @param address of this machine
 * @param port from 1 to 65535
 */
record ListenAt(InetAddress address, int port) {
  private static final int LAST_PORT = 65535;

  /**
   * What {@code address} and {@code port} below this prefix say.
   *
   * @throws WrongSettings naming the one that says no such place
   */
  static ListenAt of(String prefix, String address, @Nullable Integer port) {
    if (port == null || port < 1 || port > LAST_PORT) {
      throw new WrongSettings(prefix + ".port must be a port: a number from 1 to 65535.");
    }
    try {
      return new ListenAt(InetAddress.getByName(address), port);
    } catch (UnknownHostException e) {
      throw new WrongSettings(
          prefix + ".address must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.");
    }
  }
}
