package org.dunlin.console.outside;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address below {@code /p/} asks for, letter by letter: nothing in it is decoded, so that
 * nothing written otherwise leads anywhere.
 *
 * @param act absent: the page itself
 * @param rest what follows the act; empty where nothing does
 */
record PayerPath(String token, @Nullable Act act, String rest) {
  private static final Pattern PLAIN =
      Pattern.compile("/p/([A-Za-z0-9_-]{40,400})(?:/([a-z]{2,12})(?:/([0-9a-f-]{36}))?)?");

  /** What there is below a page. */
  enum Act {
    /** Pay what is chosen. */
    PAY,
    /** Pay a part. */
    PART,
    /** Where a provider sends its payer back to. */
    BACK,
    /** Contest an invoice. */
    DISPUTE,
    /** Promise a day. */
    PROMISE,
    /** Propose instalments. */
    INSTALMENTS,
    /** Other ways to be reached. */
    CONTACT,
    /** The language of messages. */
    LANGUAGE,
    /** A message to the company. */
    MESSAGE,
    /** A direct debit mandate. */
    MANDATE,
    /** A new link in place of an expired one. */
    RENEW,
    /** The PDF of an invoice. */
    PAPER,
    /** The company's logo. */
    LOGO;

    /** As it stands in the address, and in the signature of its form. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Act> of(String word) {
      return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
  }

  /** What a path as it came asks for; empty where that is nothing of a payer's. */
  static Optional<PayerPath> of(String raw) {
    var matcher = PLAIN.matcher(raw);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String word = matcher.group(2);
    Optional<Act> act = word == null ? Optional.empty() : Act.of(word);
    if (word != null && act.isEmpty()) {
      return Optional.empty();
    }
    String rest = matcher.group(3) == null ? "" : matcher.group(3);
    boolean fits = rest.isEmpty() != (act.orElse(null) == Act.PAPER);
    return fits
        ? Optional.of(new PayerPath(matcher.group(1), act.orElse(null), rest))
        : Optional.empty();
  }
}
