package org.dunlin.connectors.program;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.program.ErrorRule.Statuses;
import org.dunlin.connectors.program.ErrorRule.Then;
import org.jspecify.annotations.Nullable;

/** Limits, and what answers mean. */
final class LimitFields {
  private static final String LIMIT = "limit ";

  private LimitFields() {}

  static List<Limit> limits(Part manifest) {
    List<Limit> limits = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Part part : manifest.parts("limits")) {
      Limit limit = limit(part);
      if (!names.add(limit.name())) {
        part.fault("name", "two limits are called " + limit.name() + "; rename one.");
      }
      limits.add(limit);
    }
    return limits;
  }

  private static Limit limit(Part part) {
    String name = part.text("name");
    Limit.Of of = Limit.Of.valueOf(part.text("of", "tenant").toUpperCase(Locale.ROOT));
    if (part.has("requests") == part.has("concurrent")) {
      part.fault("a limit has either requests and per, or concurrent.");
    }
    if (part.has("concurrent")) {
      return new Limit.AtOnce(name, part.whole("concurrent", 1), of);
    }
    int requests = part.whole("requests", 1);
    int keep = part.whole("keep", 0);
    Duration per = part.duration("per", Duration.ofMinutes(1));
    if (keep >= requests) {
      part.fault("keep", "fewer requests are kept back than there are.");
    }
    if (per.isZero()) {
      part.fault("per", "a window is longer than nothing.");
    }
    return new Limit.Window(
        name, requests, per, keep, zone(part), of, part.part("remaining").optionalText("header"));
  }

  private static ZoneId zone(Part part) {
    String zone = part.text("zone", "UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      part.fault("zone", "a time zone such as Europe/Amsterdam is expected, not " + zone + ".");
      return ZoneOffset.UTC;
    }
  }

  static List<ErrorRule> errors(Part manifest, List<Limit> limits) {
    return manifest.parts("errors").stream().map(part -> error(part, limits)).toList();
  }

  private static ErrorRule error(Part part, List<Limit> limits) {
    Then then = Then.valueOf(part.text("then").toUpperCase(Locale.ROOT));
    String until = part.optionalText("until");
    if (then != Then.WAIT && (until != null || part.has("seconds"))) {
      part.fault("until and seconds belong to wait.");
    }
    if (!part.has("status") && !part.has("when") && !part.has("header")) {
      part.fault("a rule names a status, a header or when; else it would fit everything.");
    }
    return new ErrorRule(
        statuses(part),
        headers(part),
        part.optionalSelector("when"),
        then,
        until == null ? null : limit(part, until.substring(LIMIT.length()), limits),
        part.has("seconds") ? Duration.ofSeconds(part.whole("seconds", 0)) : null,
        part.optionalSelector("say"));
  }

  private static @Nullable String limit(Part part, String name, List<Limit> limits) {
    boolean window =
        limits.stream()
            .anyMatch(limit -> limit instanceof Limit.Window && limit.name().equals(name));
    if (!window) {
      part.fault("until", "there is no limit " + name + " that has requests and per.");
    }
    return name;
  }

  private static List<Statuses> statuses(Part part) {
    if (!part.has("status")) {
      return List.of();
    }
    List<String> words =
        part.node().path("status").isArray() ? part.texts("status") : List.of(part.text("status"));
    return words.stream().map(LimitFields::statuses).toList();
  }

  private static Statuses statuses(String word) {
    if (word.endsWith("xx")) {
      int first = (word.charAt(0) - '0') * 100;
      return new Statuses(first, first + 99);
    }
    int status = Integer.parseInt(word);
    return new Statuses(status, status);
  }

  private static Map<String, String> headers(Part part) {
    return part.named(
        "header",
        (all, name) -> {
          String pattern = all.text(name);
          if (!SafePattern.is(pattern)) {
            all.fault(name, "this is no regular expression.");
          }
          return pattern;
        });
  }
}
