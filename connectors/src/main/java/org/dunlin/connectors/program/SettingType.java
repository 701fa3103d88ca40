package org.dunlin.connectors.program;

/** The kind of value that a setting takes; its word in a manifest is in lower case. */
public enum SettingType {
  TEXT,
  SECRET,
  /** An https address that leads to no private network. */
  URL,
  NUMBER,
  FLAG,
  CHOICE
}
