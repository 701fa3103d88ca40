package org.dunlin.core.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the window of an envelope shows the address, in millimetres from the sheet's top left. */
public enum AddressWindow {
  /** Germany and Austria: DIN 5008, form B; the address zone below the line with the sender. */
  DIN_5008(25, 45, 80, true),
  /** The Netherlands and Belgium: an envelope with the window at the left (NEN 1026). */
  NEN(22, 50, 85, false),
  /** Switzerland: window at the left (SN 010130). */
  SWISS_LEFT(22, 50, 85, false),
  /** Switzerland: window at the right (SN 010130). */
  SWISS_RIGHT(118, 50, 80, false),
  /** France: window at the right (NF Z 11-001). */
  FRENCH(110, 48, 85, false);

  private final int left;
  private final int top;
  private final int width;
  private final boolean senderAbove;

  AddressWindow(int left, int top, int width, boolean senderAbove) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.senderAbove = senderAbove;
  }

  /** Millimetres from the left edge to the text. */
  public int left() {
    return left;
  }

  /** Millimetres from the upper edge to the field. */
  public int top() {
    return top;
  }

  /** Millimetres that a line may have. */
  public int width() {
    return width;
  }

  /** Whether the sender stands on a line of its own within the window. */
  public boolean senderAbove() {
    return senderAbove;
  }

  /** Whether what is beside the address is at the left of it. */
  public boolean atTheRight() {
    return left > 100;
  }

  /** As settings have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(AddressWindow::word).toList();
  }

  /** The one that settings name so. */
  public static Optional<AddressWindow> of(@Nullable String word) {
    return Arrays.stream(values()).filter(window -> window.word().equals(word)).findFirst();
  }

  /** What envelopes of a country (ISO 3166 alpha-2) usually have. */
  public static AddressWindow usualIn(String country) {
    return switch (country) {
      case "CH", "LI" -> SWISS_RIGHT;
      case "FR" -> FRENCH;
      case "NL", "BE" -> NEN;
      default -> DIN_5008;
    };
  }
}
