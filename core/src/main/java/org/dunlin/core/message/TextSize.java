package org.dunlin.core.message;

/**
 * How large a text message is, as networks count it (3GPP TS 23.038 and 23.040): 160 characters of
 * the alphabet of GSM in one part and 153 in each of several; with any other character 70 and 67.
 *
 * @param plain whether the alphabet of GSM has all its characters
 * @param characters as they are counted: some of the alphabet count twice
 * @param parts how many messages are paid for
 */
public record TextSize(boolean plain, int characters, int parts) {
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Behind an escape, so each counts twice. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final int PLAIN_ALONE = 160;
  private static final int PLAIN_PART = 153;
  private static final int OTHER_ALONE = 70;
  private static final int OTHER_PART = 67;

  /** Of a text. */
  public static TextSize of(String text) {
    boolean plain =
        text.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0 || EXTENDED.indexOf(each) >= 0);
    int all = 0;
    int parts = 1;
    int inPart = 0;
    for (int at = 0; at < text.length(); at++) {
      int size = plain ? plainSize(text.charAt(at)) : otherSize(text, at);
      all += size;
      // What counts twice is never cut in two.
      if (inPart + size > (plain ? PLAIN_PART : OTHER_PART)) {
        parts++;
        inPart = 0;
      }
      inPart += size;
    }
    boolean one = all <= (plain ? PLAIN_ALONE : OTHER_ALONE);
    return new TextSize(plain, all, one ? 1 : parts);
  }

  private static int plainSize(char character) {
    return EXTENDED.indexOf(character) >= 0 ? 2 : 1;
  }

  private static int otherSize(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))) {
      return 0;
    }
    return Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
  }
}
