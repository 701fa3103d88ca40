package org.dunlin.core.call;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** Writes down what was asked and answered, without the secrets that are known. */
public final class Transcripts {
  /** So many characters of a body are kept. */
  public static final int LONGEST_BODY = 16_000;

  /** So many bytes of a body are looked at; no secret is longer than what is cut off of them. */
  private static final int READ = 4 * LONGEST_BODY;

  private static final int LONGEST_SECRET = 4_000;
  private static final int LONGEST_LINE = 500;
  private static final int MOST_HEADERS = 60;

  /** Headers of answers that say something of what happened; cookies never do. */
  private static final Pattern NAMED =
      Pattern.compile(
          "content-(?:type|length|language|disposition)|date|retry-after|location|etag|expires"
              + "|last-modified|cache-control|link|warning|server|www-authenticate|allow"
              + "|.*(?:request|correlation|trace|transaction|debug)-?id|.*rate-?limit.*|x-.*-limit.*"
              + "|x-.*-remaining|x-.*-reset");

  private static final Pattern TEXT = Pattern.compile("^text/|json|xml|x-www-form-urlencoded");

  private final Masks masks;

  /**
   * Without these secrets.
   *
   * @param secrets all that are known to whoever asked
   */
  public Transcripts(Collection<String> secrets) {
    this.masks = new Masks(secrets);
  }

  /**
   * A request, and its answer where there was one.
   *
   * @param reason what went wrong
   */
  public Transcript of(HttpCall call, @Nullable HttpReply reply, @Nullable String reason) {
    return new Transcript(
        masks.address(call.address()),
        headers(call.headers()),
        body(call.body(), call.headers().get("content-type")),
        reply == null ? List.of() : replyHeaders(reply.headers()),
        reply == null ? null : body(reply.body(), reply.header("content-type").orElse(null)),
        reason == null ? null : cut(masks.text(reason), LONGEST_LINE, -1));
  }

  /** Where a request leads: scheme, host and port. */
  public static String host(URI address) {
    return Masks.host(address);
  }

  private List<String> headers(Map<String, String> headers) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(headers).forEach((name, value) -> lines.add(line(name, value)));
    return bounded(lines);
  }

  private List<String> replyHeaders(Map<String, List<String>> headers) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(headers)
        .forEach(
            (name, values) -> {
              if (NAMED.matcher(name).matches()) {
                values.forEach(value -> lines.add(line(name, value)));
              }
            });
    return bounded(lines);
  }

  private static List<String> bounded(List<String> lines) {
    return lines.size() <= MOST_HEADERS ? lines : lines.subList(0, MOST_HEADERS);
  }

  private String line(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower + ": " + cut(masked(lower, value), LONGEST_LINE, -1);
  }

  /** Where an answer leads on to is an address as the first one was. */
  private String masked(String name, String value) {
    if ("location".equals(name)) {
      try {
        URI address = URI.create(value);
        if (address.getHost() != null) {
          return masks.address(address);
        }
      } catch (IllegalArgumentException e) {
        return Masks.MASK; // nobody knows what it is
      }
    }
    return masks.header(name, value);
  }

  private @Nullable String body(byte[] bytes, @Nullable String type) {
    if (bytes.length == 0) {
      return null;
    }
    int length = Math.min(bytes.length, READ);
    Optional<String> text = text(ByteBuffer.wrap(bytes, 0, length), type);
    if (text.isEmpty()) {
      return "["
          + bytes.length
          + " bytes"
          + (type == null ? "" : " of " + cut(masks.text(type), LONGEST_LINE, -1))
          + "]";
    }
    String masked = masks.text(text.get());
    int most =
        length == bytes.length
            ? LONGEST_BODY
            : Math.min(LONGEST_BODY, masked.length() - LONGEST_SECRET);
    return cut(masked, Math.max(0, most), bytes.length);
  }

  /** UTF-8 where it is, else what its type says, where that is text. */
  private static Optional<String> text(ByteBuffer bytes, @Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    boolean says = TEXT.matcher(lower).find();
    Optional<String> decoded = strict(bytes.duplicate(), StandardCharsets.UTF_8);
    if (decoded.isEmpty() && says) {
      decoded = Optional.of(StandardCharsets.ISO_8859_1.decode(bytes).toString());
    }
    return decoded.filter(
        text ->
            says || text.chars().noneMatch(each -> each < ' ' && !Character.isWhitespace(each)));
  }

  /** The last character may have been cut through. */
  private static Optional<String> strict(ByteBuffer bytes, Charset charset) {
    int end = bytes.limit();
    for (int cut = 0; cut < 4 && end - cut >= bytes.position(); cut++) {
      try {
        return Optional.of(
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes.duplicate().limit(end - cut))
                .toString());
      } catch (CharacterCodingException e) {
        // once more without the last byte
      }
    }
    return Optional.empty();
  }

  private static String cut(String text, int most, int bytes) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, most)
        + "… ["
        + (bytes < 0 ? "cut" : "cut; " + bytes + " bytes in all")
        + "]";
  }
}
