package org.dunlin.connectors.jslt;

/**
 * Text that a regular expression is tried on; each look at a character is counted, since some
 * expressions look for ever.
 */
final class BoundedText implements CharSequence {
  private static final int LOOKS_PER_VALUE = 4;
  private final CharSequence text;
  private int looks;

  BoundedText(CharSequence text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (++looks % LOOKS_PER_VALUE == 0) {
      Work.add(1);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.subSequence(from, to);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
