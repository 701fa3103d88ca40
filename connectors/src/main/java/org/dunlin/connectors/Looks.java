package org.dunlin.connectors;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.xml.XmlRoot;

/**
 * Says in words what a file that nobody reads looks like, so that a person knows what to change.
 */
final class Looks {
  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("PK\u0003\u0004", "a ZIP archive (or an Office document, which is one)");
    BEGINNINGS.put("\u001f\u008b", "a gzip archive");
    BEGINNINGS.put("\u0089PNG", "a PNG image");
    BEGINNINGS.put("\u00ff\u00d8\u00ff", "a JPEG image");
    BEGINNINGS.put("\u00d0\u00cf\u0011\u00e0", "an old Office document");
    BEGINNINGS.put("{1:F", "a SWIFT message such as MT940");
    BEGINNINGS.put(":20:", "an MT940 bank statement");
    BEGINNINGS.put("0000", "a CODA bank statement with a damaged header record");
    BEGINNINGS.put("01,", "a BAI2 bank statement");
  }

  private static final String TEXT = "text of another kind";

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml\\b[^>]{0,200}?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private Looks() {}

  static String like(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String start = text.stripLeading();
    if (start.isEmpty()) {
      return head.length == 0 ? "an empty file" : "a file of blanks only";
    }
    return XmlRoot.of(head)
        .map(Looks::xml)
        .orElseGet(() -> beginning(start, binary(text) ? "binary data" : TEXT));
  }

  /** Whether it looks like nothing but text. */
  static boolean isText(byte[] head) {
    return like(head).equals(TEXT);
  }

  private static String beginning(String start, String otherwise) {
    for (Map.Entry<String, String> known : BEGINNINGS.entrySet()) {
      if (start.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    String lower = start.substring(0, Math.min(start.length(), 1024)).toLowerCase(Locale.ROOT);
    if (lower.startsWith("{") || lower.startsWith("[")) {
      return "JSON";
    }
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return "an HTML page";
    }
    Matcher encoding = ENCODING.matcher(start);
    if (encoding.lookingAt() && !known(encoding.group(1))) {
      return "XML in the unknown encoding " + encoding.group(1) + " (let it be exported in UTF-8)";
    }
    if (lower.contains("<?xml")) {
      return "XML that is malformed before its root element";
    }
    if (lower.contains("\n:25:") || lower.contains("\n:61:")) {
      return "an MT940 bank statement";
    }
    return otherwise;
  }

  private static boolean known(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static String xml(XmlRoot root) {
    String name = root.name().toLowerCase(Locale.ROOT);
    if (name.equals("html")) {
      return "an HTML page";
    }
    String namespace =
        root.namespace().isEmpty() ? "without a namespace" : "in namespace " + root.namespace();
    return "XML with root element " + root.name() + " " + namespace;
  }

  private static boolean binary(String text) {
    return text.indexOf('\u0000') >= 0;
  }
}
