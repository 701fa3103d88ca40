package org.dunlin.core.message;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.message.TemplateFlaw.Kind;

/**
 * Whether a company's own wording of a text can be taken: places that the hub fills and nothing
 * else, and whoever gets it can tell who asks, for what, how much, and where to pay.
 */
final class TextCheck {
  /** Filled in, more would be four parts or five. */
  static final int LONGEST = 600;

  private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("([#^/]?)\\s*([A-Za-z]+)\\s*");
  private static final String ONE = "one";
  private static final String SEVERAL = "several";
  private static final String CUSTOMER_NUMBER = "customerNumber";
  private static final String PAY_LINK = "payLink";
  private static final String NOT = "^";
  private static final Set<String> FLAGS = Set.of("person", ONE, SEVERAL);

  /** What every text says; the number only where it asks for one invoice. */
  private static final Map<String, Kind> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("company", Kind.NO_COMPANY);
    NEEDED.put("number", Kind.NO_NUMBER);
    NEEDED.put("total", Kind.NO_TOTAL);
    NEEDED.put("account", Kind.NO_ACCOUNT);
    NEEDED.put("reference", Kind.NO_REFERENCE);
  }

  private static final Set<String> VALUES = new TreeSet<>(NEEDED.keySet());

  static {
    VALUES.addAll(FLAGS);
    VALUES.addAll(
        List.of(
            "count",
            "customer",
            CUSTOMER_NUMBER,
            "due",
            "payByFinal",
            "payBySoon",
            PAY_LINK,
            "replyAddress",
            "today"));
  }

  private final Set<TemplateFlaw> flaws = new LinkedHashSet<>();

  /** The cases in which each value is said: always, of one invoice, of several. */
  private final Map<String, Set<String>> said = new LinkedHashMap<>();

  private TextCheck() {}

  static List<String> values() {
    return List.copyOf(VALUES);
  }

  static List<TemplateFlaw> flaws(String text) {
    TextCheck check = new TextCheck();
    check.read(text);
    if (check.flaws.isEmpty()) {
      NEEDED.forEach(check::needs);
    }
    return List.copyOf(check.flaws);
  }

  private void read(String text) {
    if (text.length() > LONGEST) {
      flaw(Kind.TOO_LONG, Integer.toString(LONGEST));
      return;
    }
    if (text.chars()
        .anyMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t')) {
      flaw(Kind.CONTROL, "");
      return;
    }
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(text);
    while (tags.find()) {
      Matcher place = PLACE.matcher(tags.group(1));
      if (!place.matches()) {
        flaw(Kind.NOT_PLAIN, OneLine.of(tags.group()));
      } else if (VALUES.contains(place.group(2))) {
        place(place.group(1), place.group(2), open);
      } else {
        flaw(Kind.UNKNOWN_VALUE, place.group(2));
      }
    }
    open.forEach(name -> flaw(Kind.NOT_CLOSED, name.replace(NOT, "")));
    String rest = TAG.matcher(text).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      flaw(Kind.NOT_PLAIN, rest.contains("{{") ? "{{" : "}}");
    }
    if (flaws.isEmpty()) {
      compiles(text);
    }
  }

  private void place(String mark, String name, Deque<String> open) {
    switch (mark) {
      case "/" -> {
        String last = open.peek();
        if (name.equals(last) || (NOT + name).equals(last)) {
          open.pop();
        } else {
          flaw(Kind.NOT_CLOSED, name);
        }
      }
      case "#" -> open.push(name);
      case NOT -> open.push(NOT + name);
      default -> value(name, open);
    }
  }

  private void value(String name, Deque<String> open) {
    if (FLAGS.contains(name)) {
      flaw(Kind.NO_VALUE, name);
    } else if ((name.equals(CUSTOMER_NUMBER) || name.equals(PAY_LINK)) && !open.contains(name)) {
      flaw(Kind.AT_TIMES, name);
    } else if (open.isEmpty()) {
      said(name, ONE);
      said(name, SEVERAL);
    } else if (open.size() == 1) {
      switch (open.peek()) {
        case ONE, NOT + SEVERAL -> said(name, ONE);
        case SEVERAL, NOT + ONE -> said(name, SEVERAL);
        default -> {} // under a condition of its own it may not be there
      }
    }
  }

  private void said(String name, String when) {
    said.computeIfAbsent(name, key -> new TreeSet<>()).add(when);
  }

  private void needs(String name, Kind kind) {
    Set<String> there = said.getOrDefault(name, Set.of());
    boolean always = there.contains(ONE) && (name.equals("number") || there.contains(SEVERAL));
    if (!always) {
      flaw(kind, "");
    }
  }

  private void compiles(String text) {
    try {
      Layout.TEXT.compile(text);
    } catch (MustacheException e) {
      flaw(Kind.NOT_CLOSED, OneLine.of(text));
    }
  }

  private void flaw(Kind kind, String value) {
    flaws.add(new TemplateFlaw(kind, value));
  }
}
