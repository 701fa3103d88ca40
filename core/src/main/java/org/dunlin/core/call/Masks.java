package org.dunlin.core.call;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts: those that are known, in each form in which they may stand, and what
 * its name or its form says to be one. Whoever reads sees that something stood there.
 */
final class Masks {
  /** What stands for a secret. */
  static final String MASK = "•••";

  private static final Pattern PARAMETER = Pattern.compile("([^=&?#]{1,100})=([^&#]*)");

  /** Letters and digits without a word: what has no name that tells may still be a key. */
  private static final Pattern RANDOM =
      Pattern.compile("(?=[^&]*[0-9])(?=[^&]*[A-Za-z])[A-Za-z0-9_~+/=-]{32,}");

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@\"'<>]{1,300}@");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(bearer|basic|digest)\\s+[A-Za-z0-9._~+/=-]{6,}");

  private static final Pattern WEB_TOKEN =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]{4,}");

  private final List<String> secrets;

  /** Of these secrets. */
  Masks(Collection<String> secrets) {
    this.secrets = Variants.of(secrets);
  }

  /** An address without its user, and without values of its query that are secrets or may be. */
  String address(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String query = address.getRawQuery();
    return host(address)
        + tokens(path)
        + (query == null
            ? ""
            : "?" + tokens(PARAMETER.matcher(query).replaceAll(Masks::parameter)));
  }

  /** Where an address leads: scheme, host and port. */
  static String host(URI address) {
    String host = address.getHost() == null ? "" : address.getHost();
    return address.getScheme()
        + "://"
        + host
        + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  private static String parameter(MatchResult found) {
    String value = found.group(2);
    boolean secret =
        SecretNames.parameter(found.group(1))
            || RANDOM.matcher(value).matches() && !UUID_TEXT.matcher(value).matches();
    return Matcher.quoteReplacement(found.group(1) + "=" + (secret ? MASK : value));
  }

  /** The value of a header; of credentials only their kind is left. */
  String header(String name, String value) {
    if (!SecretNames.parameter(name)) {
      return text(value);
    }
    int space = value.indexOf(' ');
    boolean kind = space > 0 && value.substring(0, space).chars().allMatch(Character::isLetter);
    return kind && "authorization".equals(name)
        ? known(value.substring(0, space)) + " " + MASK
        : MASK;
  }

  /** Any text: a body, a sentence. */
  String text(String text) {
    String fields = SecretFields.masked(text);
    String users = USER_INFO.matcher(fields).replaceAll("://" + MASK + "@");
    String schemes = SCHEME.matcher(users).replaceAll("$1 " + MASK);
    return tokens(schemes);
  }

  private String tokens(String text) {
    return known(WEB_TOKEN.matcher(text).replaceAll(MASK));
  }

  private String known(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
