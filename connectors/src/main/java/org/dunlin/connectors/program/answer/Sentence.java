package org.dunlin.connectors.program.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Json;
import org.dunlin.core.model.VisibleText;
import org.dunlin.core.model.WritableText;

/**
 * What a program says, so that it can be shown: one line, not long, and without what looks like a
 * token.
 */
public final class Sentence {
  private static final int LONGEST = 300;
  private static final int LOOKED_AT = 2000;
  private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final Pattern TOKEN = Pattern.compile("(?=\\S*\\d)[A-Za-z0-9_~+/=.-]{24,}");

  /** Where programs commonly put what a person should read. */
  private static final List<String> PLACES =
      List.of(
          "/error_description",
          "/error/message",
          "/error/data/message",
          "/message",
          "/detail",
          "/Message",
          "/Detail",
          "/title",
          "/error",
          "/errors/0/message",
          "/errors/0");

  private Sentence() {}

  /** The text as it can be shown. */
  public static String of(String text) {
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String line = BLANK.matcher(VisibleText.of(head)).replaceAll(" ").strip();
    String safe = TOKEN.matcher(line).replaceAll("…");
    String cut = safe.length() > LONGEST ? safe.substring(0, LONGEST).stripTrailing() + "…" : safe;
    return WritableText.of(cut);
  }

  /** What the body says where programs commonly say it. */
  public static Optional<String> in(JsonNode body) {
    return PLACES.stream()
        .flatMap(place -> Json.text(body.at(place)).stream())
        .map(Sentence::of)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
