package org.dunlin.work.contract;

import java.util.Locale;
import java.util.function.Supplier;

/** The programs that the hub carries along, each with who plays it. */
enum Carried {
  LEXWARE_OFFICE("lexware-office", PlayedLexware::new),
  STRIPE("stripe", PlayedStripe::new);

  private final String folder;
  private final Supplier<PlayedVendor> player;

  Carried(String folder, Supplier<PlayedVendor> player) {
    this.folder = folder;
    this.player = player;
  }

  /** The name of its folder. */
  String folder() {
    return folder;
  }

  /** The program with empty books. */
  PlayedVendor play() {
    return player.get();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
