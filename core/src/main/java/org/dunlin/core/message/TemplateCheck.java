package org.dunlin.core.message;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.message.TemplateFlaw.Kind;

/**
 * Whether a company's own wording can be taken: places that the hub fills and nothing else, and all
 * that must be in it, whatever it is about (account and reference always; where a step announces
 * costs, their days, exact amount and VAT: BW 6:96(6), ECLI:NL:HR:2016:2704).
 */
public final class TemplateCheck {
  /** How many characters a template has at most. */
  public static final int LONGEST = 20_000;

  private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("([#^/]?)\\s*([A-Za-z]+)\\s*");
  private static final Pattern PART = Pattern.compile(">\\s*([a-z-]+)\\s*");
  private static final String PAY_LINK = "payLink";
  private static final String ANNOUNCED = "announced";
  private static final String NOT = "^";

  private static final Set<String> VALUES =
      Set.of(
          "company",
          "replyAddress",
          "customer",
          "customerNumber",
          "person",
          "one",
          "several",
          "count",
          "number",
          "due",
          "total",
          "today",
          "payBySoon",
          "payByFinal",
          "attachedOne",
          "attachedSeveral",
          "leftOut",
          ANNOUNCED,
          "announcedOf",
          "costs",
          "costsVat",
          "costsLaw",
          "payWithin",
          "lastFree",
          "interestFrom",
          PAY_LINK);
  private static final Set<String> PARTS =
      Set.of(
          "asked", "claims", "later", "pay", "letter", "greeting", "enclosed", "regards", "yours");

  /** True or false: they open sections and say nothing themselves. */
  private static final Set<String> FLAGS =
      Set.of("person", "one", "several", "attachedOne", "attachedSeveral", ANNOUNCED);

  /** Those that are not always there; each is its own condition. */
  private static final Set<String> AT_TIMES =
      Set.of("customerNumber", "costsVat", "leftOut", "lastFree", "interestFrom", PAY_LINK);

  /** Those that say something only of what is announced. */
  private static final Set<String> OF_WHAT_IS_ANNOUNCED = Set.of("costs", "costsLaw", "payWithin");

  private static final Map<String, Kind> OF_A_LETTER =
      new TreeMap<>(
          Map.of("payWithin", Kind.NO_DAYS, "costs", Kind.NO_COSTS, "costsVat", Kind.NO_VAT));

  private final Set<TemplateFlaw> flaws = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> said = new LinkedHashSet<>();
  private final Set<String> hidden = new LinkedHashSet<>();

  private TemplateCheck() {}

  /** The names of all values that a template may name. */
  public static List<String> values() {
    return VALUES.stream().sorted().toList();
  }

  /** The names of all parts that a template may name. */
  public static List<String> parts() {
    return PARTS.stream().sorted().toList();
  }

  /** What is wrong with a wording of this template; nothing where it can be taken. */
  public static List<TemplateFlaw> flaws(String template, String text) {
    TemplateCheck check = new TemplateCheck();
    check.read(text);
    if (check.flaws.isEmpty()) {
      check.needs(template);
    }
    return List.copyOf(check.flaws);
  }

  private void read(String text) {
    if (text.length() > LONGEST) {
      flaw(Kind.TOO_LONG, Integer.toString(LONGEST));
      return;
    }
    if (text.chars().anyMatch(TemplateCheck::isControl)) {
      flaw(Kind.CONTROL, "");
      return;
    }
    List<String> blocks = TemplateFiles.parts(text);
    if (blocks.size() < 2 || blocks.getFirst().isBlank() || blocks.getFirst().startsWith("{{>")) {
      flaw(Kind.EMPTY, "");
    }
    blocks.forEach(this::block);
  }

  private void block(String block) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(block);
    while (tags.find()) {
      Matcher part = PART.matcher(tags.group(1));
      Matcher place = PLACE.matcher(tags.group(1));
      if (part.matches()) {
        part(part.group(1), block);
      } else if (place.matches()) {
        place(place.group(1), place.group(2), open);
      } else {
        flaw(Kind.NOT_PLAIN, shortened(tags.group()));
      }
    }
    open.forEach(name -> flaw(Kind.NOT_CLOSED, name.replace(NOT, "")));
    String rest = TAG.matcher(block).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      flaw(Kind.NOT_PLAIN, rest.contains("{{") ? "{{" : "}}");
    }
    if (flaws.isEmpty()) {
      compiles(block);
    }
  }

  private void part(String name, String block) {
    if (!PARTS.contains(name)) {
      flaw(Kind.UNKNOWN_PART, name);
    } else if (!block.equals("{{> " + name + "}}")) {
      flaw(Kind.PART_NOT_ALONE, name);
    }
    parts.add(name);
  }

  private void place(String mark, String name, Deque<String> open) {
    if (!VALUES.contains(name)) {
      flaw(Kind.UNKNOWN_VALUE, name);
      return;
    }
    switch (mark) {
      case "/" -> {
        if (!sectionOf(name, open)) {
          flaw(Kind.NOT_CLOSED, name);
        }
      }
      case "#" -> open.push(name);
      case "^" -> open.push(NOT + name);
      default -> {
        there(name, open);
        if (OF_A_LETTER.containsKey(name)) {
          letter(name, open);
        }
      }
    }
  }

  private static boolean sectionOf(String name, Deque<String> open) {
    String last = open.peek();
    if (last == null || !last.equals(name) && !last.equals(NOT + name)) {
      return false;
    }
    open.pop();
    return true;
  }

  /** A value that is not there would be written as "false", or leave a gap. */
  private void there(String name, Deque<String> open) {
    boolean announced = open.contains(ANNOUNCED);
    if (FLAGS.contains(name)) {
      flaw(Kind.NO_VALUE, name);
    } else if (AT_TIMES.contains(name)
        && !open.contains(name)
        && !(announced && name.equals("lastFree"))) {
      flaw(Kind.AT_TIMES, name);
    } else if (OF_WHAT_IS_ANNOUNCED.contains(name) && !announced) {
      flaw(open.contains(NOT + ANNOUNCED) ? Kind.HIDDEN : Kind.NOT_ANNOUNCED, name);
    }
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }

  /** A statutory value counts where it is seen whenever something is announced. */
  private void letter(String name, Deque<String> open) {
    List<String> around = new ArrayList<>(open);
    around.remove(ANNOUNCED);
    if (name.equals("costsVat")) {
      around.remove(name);
    }
    if (around.isEmpty()) {
      said.add(name);
    } else {
      hidden.add(name);
    }
  }

  private void compiles(String block) {
    if (PART.matcher(block.replaceAll("^\\{\\{|}}$", "")).matches()) {
      return;
    }
    try {
      Layout.TEXT.compile(block);
    } catch (MustacheException e) {
      flaw(Kind.NOT_CLOSED, shortened(block));
    }
  }

  private void needs(String template) {
    unless(parts.contains("pay"), Kind.NO_PAY);
    unless(parts.contains("asked"), Kind.NO_ASKED);
    if (template.equals(Reminders.NOTICE)) {
      return;
    }
    unless(parts.contains("claims"), Kind.NO_CLAIMS);
    if (!parts.contains("letter")) {
      OF_A_LETTER.forEach(
          (name, kind) -> {
            if (hidden.contains(name) && !said.contains(name)) {
              flaw(Kind.HIDDEN, name);
            } else {
              unless(said.contains(name), kind);
            }
          });
    }
  }

  private void unless(boolean there, Kind kind) {
    if (!there) {
      flaw(kind, "");
    }
  }

  private void flaw(Kind kind, String value) {
    flaws.add(new TemplateFlaw(kind, value));
  }

  private static String shortened(String text) {
    String line = OneLine.of(text);
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
