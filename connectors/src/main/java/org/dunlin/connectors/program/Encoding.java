package org.dunlin.connectors.program;

/** How the bytes of a signature are written. */
public enum Encoding {
  BASE64,
  HEX,
  /** Hexadecimal in upper case. */
  HEX_UPPER
}
