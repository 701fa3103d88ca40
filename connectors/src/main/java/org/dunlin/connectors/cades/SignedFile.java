package org.dunlin.connectors.cades;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;

/**
 * A file in a CMS envelope of type SignedData (RFC 5652, section 5; CAdES, ETSI EN 319 122),
 * perhaps signed several times over. Whoever reads its content learns nothing of the signatures:
 * they are not verified.
 */
public final class SignedFile {
  /** The object identifier 1.2.840.113549.1.7.2, signedData, as DER writes it. */
  private static final byte[] SIGNED_DATA = {
    0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
  };

  private static final byte SEQUENCE = 0x30;
  private static final int BEGINNING_BYTES = 1024;

  /** Within tag and length of the sequence, the identifier comes at once. */
  private static final int IDENTIFIER_WITHIN = 24;

  private static final int SIGNED_MOST = 5;

  private static final Pattern PEM = Pattern.compile("\\s*-----BEGIN [A-Z0-9 ]{1,40}-----\\s*");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{40,}");

  private SignedFile() {}

  /** Whether a file that begins with these bytes is one. */
  public static boolean isOne(byte[] head) {
    byte[] beginning = Arrays.copyOf(head, Math.min(head.length, BEGINNING_BYTES));
    return isBinary(beginning) || isBinary(decoded(beginning));
  }

  /**
   * The bytes that were signed, or those of the stream where it is no such file.
   *
   * @throws Untranslatable (ENVELOPE_UNREADABLE) where the envelope is broken or holds nothing, now
   *     or while its content is read
   */
  public static InputStream content(InputStream stream, String source) throws IOException {
    InputStream content = stream;
    for (int opened = 0; opened <= SIGNED_MOST; opened++) {
      BufferedInputStream beginning = new BufferedInputStream(content, 64 * 1024);
      beginning.mark(BEGINNING_BYTES);
      byte[] head = beginning.readNBytes(BEGINNING_BYTES);
      beginning.reset();
      if (isBinary(head)) {
        content = new SignedContent(beginning, UnaryOperator.identity(), source);
      } else if (isBinary(decoded(head))) {
        int label = labelEnd(head);
        content = new SignedContent(beginning, text -> new Base64Lines(text, label), source);
      } else {
        return beginning;
      }
    }
    throw new Untranslatable(
        new Problem(
            source,
            null,
            "ENVELOPE_UNREADABLE",
            "it was signed more than " + SIGNED_MOST + " times over; no such file can be genuine"));
  }

  private static boolean isBinary(byte[] beginning) {
    if (beginning.length == 0 || beginning[0] != SEQUENCE) {
      return false;
    }
    int last = Math.min(IDENTIFIER_WITHIN, beginning.length) - SIGNED_DATA.length;
    for (int i = 1; i <= last; i++) {
      if (Arrays.equals(beginning, i, i + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] decoded(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    Matcher label = PEM.matcher(text);
    Matcher base64 =
        BASE64.matcher(text).region(label.lookingAt() ? label.end() : 0, text.length());
    if (!base64.lookingAt()) {
      return new byte[0];
    }
    String digits = base64.group().replaceAll("\\s", "");
    return Base64.getDecoder().decode(digits.substring(0, digits.length() / 4 * 4));
  }

  private static int labelEnd(byte[] head) {
    Matcher label = PEM.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return label.lookingAt() ? label.end() : 0;
  }
}
