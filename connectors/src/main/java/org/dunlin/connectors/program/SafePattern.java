package org.dunlin.connectors.program;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of manifests over values from outside, which end whatever they are given. */
public final class SafePattern {
  private static final int LONGEST = 4096;
  private static final int MOST_LOOKS = 1_000_000;

  private SafePattern() {}

  /** Whether it is a regular expression at all. */
  static boolean is(String expression) {
    try {
      Pattern.compile(expression);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Whether the whole value fits; one for which the expression looks too long does not. */
  static boolean fits(String expression, String value) {
    return tried(() -> Pattern.compile(expression).matcher(new Watched(value)).matches(), value);
  }

  /** Whether a part of the value fits; one for which the expression looks too long does not. */
  public static boolean found(String expression, String value) {
    return tried(() -> Pattern.compile(expression).matcher(new Watched(value)).find(), value);
  }

  private static boolean tried(Trial trial, String value) {
    try {
      return value.length() <= LONGEST && trial.fits();
    } catch (TooLong | StackOverflowError e) {
      return false;
    }
  }

  private interface Trial {
    boolean fits();
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super(null, null, false, false);
    }
  }

  /** Text whose characters are looked at a bounded number of times. */
  private static final class Watched implements CharSequence {
    private final String text;
    private int looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
