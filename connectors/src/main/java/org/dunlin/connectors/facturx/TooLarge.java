package org.dunlin.connectors.facturx;

import java.io.IOException;

/** Something in a PDF that is larger, once unpacked, than anything genuine. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1;

  TooLarge(String what) {
    super(what);
  }
}
