package org.dunlin.sandbox.mailbox;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address at which everything here listens: nobody outside this machine can reach it. */
final class Loopback {
  static final String NAME = "127.0.0.1";

  private Loopback() {}

  static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
