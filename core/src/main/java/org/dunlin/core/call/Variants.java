package org.dunlin.core.call;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A secret in each of the forms in which requests and answers may hold it. */
final class Variants {
  /** A shorter one stands in too many places that have nothing to do with it. */
  static final int SHORTEST = 4;

  private Variants() {}

  /** All forms of all secrets, the longest first, since one may hold another. */
  static List<String> of(Collection<String> secrets) {
    Set<String> forms =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (String secret : secrets) {
      if (secret.strip().length() >= SHORTEST) {
        add(forms, secret);
        add(forms, secret.strip());
      }
    }
    return List.copyOf(forms);
  }

  private static void add(Set<String> forms, String secret) {
    String encoded = form(secret);
    String inPath = encoded.replace("+", "%20");
    String json = json(secret);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(encoded);
    forms.add(inPath);
    forms.add(inPath.replace("%7E", "~").replace("*", "%2A"));
    forms.add(lowerHex(encoded));
    forms.add(lowerHex(inPath));
    forms.add(json);
    forms.add(json.replace("/", "\\/"));
    forms.add(ascii(json));
    forms.add(ascii(json.replace("/", "\\/")));
    String xml = secret.replace("&", "&amp;").replace("<", "&lt;");
    forms.add(xml);
    forms.add(xml.replace(">", "&gt;"));
    forms.add(xml.replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;"));
    forms.add(xml.replace(">", "&gt;").replace("\"", "&#34;").replace("'", "&#39;"));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** As a form has it (application/x-www-form-urlencoded). */
  private static String form(String text) {
    StringBuilder form = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each == ' ') {
        form.append('+');
      } else if (each > 0 && (Character.isLetterOrDigit(each) || ".-*_".indexOf(each) >= 0)) {
        form.append((char) each);
      } else {
        form.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return form.toString();
  }

  private static String lowerHex(String encoded) {
    StringBuilder lower = new StringBuilder(encoded);
    for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
      int end = Math.min(at + 3, lower.length());
      lower.replace(at, end, lower.substring(at, end).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  /** As a JSON string has it (RFC 8259, 7). */
  private static String json(String text) {
    StringBuilder json = new StringBuilder();
    for (char each : text.toCharArray()) {
      switch (each) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(each < ' ' ? escaped(each) : each);
      }
    }
    return json.toString();
  }

  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder();
    for (char each : json.toCharArray()) {
      ascii.append(each < 0x7f ? each : escaped(each));
    }
    return ascii.toString();
  }

  private static String escaped(char each) {
    return String.format(Locale.ROOT, "\\u%04x", (int) each);
  }
}
