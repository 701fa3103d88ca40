package org.dunlin.core.brand;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of sRGB.
 *
 * @param hex such as {@code #1f4e79}, in small letters
 */
public record Color(String hex) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
  private static final double WHITE_LUMINANCE = 1.0;
  private static final double BLACK_LUMINANCE = 0.0;

  /** White, in the text on dark colours. */
  public static final Color WHITE = new Color("#ffffff");

  /** Black, in the text on light colours. */
  public static final Color BLACK = new Color("#000000");

  public Color {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is written as in #1f4e79, not as " + hex);
    }
  }

  /**
   * A colour as a person writes it, in letters of either case.
   *
   * @throws IllegalArgumentException when it is not # and six hexadecimal digits
   */
  public static Color of(String text) {
    return new Color(text.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * White or black, whichever is read better on this colour. The better of the two always has a
   * contrast of more than 4.5 to 1, which WCAG 2.2 asks for (success criterion 1.4.3).
   */
  public Color textOn() {
    double own = luminance();
    return contrast(WHITE_LUMINANCE, own) >= contrast(own, BLACK_LUMINANCE) ? WHITE : BLACK;
  }

  /** The contrast ratio to another colour, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
  public double contrastTo(Color other) {
    double one = luminance();
    double two = other.luminance();
    return contrast(Math.max(one, two), Math.min(one, two));
  }

  private static double contrast(double lighter, double darker) {
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
  private double luminance() {
    return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
  }

  private double linear(int position) {
    double value = Integer.parseInt(hex.substring(position, position + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
