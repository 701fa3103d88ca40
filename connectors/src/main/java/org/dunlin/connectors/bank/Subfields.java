package org.dunlin.connectors.bank;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is in a text that a bank made of fields by marking them, as in its older formats: {@code
 * EREF+… SVWZ+…} (German banks), {@code /EREF/…/REMI/…} (Dutch and others, SWIFT's codes), {@code
 * ?20…?32…} (the German layout of MT940 field 86). A text without such marks is the payer's as it
 * stands.
 */
public final class Subfields {
  /** What a marked field says. */
  public enum Part {
    TEXT,
    CREDITOR_REFERENCE,
    NAME,
    ULTIMATE_NAME,
    ULTIMATE_OWN_NAME,
    IBAN,
    BIC,
    END_TO_END_ID,
    INSTRUCTION_ID,
    MANDATE_ID,
    PAYER_ID,
    RETURN_REASON,
    BATCH_ID,
    /** What the bank calls such an entry. */
    POSTING_TEXT,
    /** Account, BIC, name and place of the other party, one after the other. */
    PARTY,
    /** Nothing that the canonical form keeps. */
    OTHER
  }

  private static final String NOT_PROVIDED = "NOTPROVIDED";

  /** By {@link #four}, since there may be millions of codes in a file; BIC has three letters. */
  private static final Map<Long, Part> PLUS =
      Map.ofEntries(
          Map.entry(four("EREF", 0), Part.END_TO_END_ID),
          Map.entry(four("KREF", 0), Part.INSTRUCTION_ID),
          Map.entry(four("MREF", 0), Part.MANDATE_ID),
          Map.entry(four("CRED", 0), Part.PAYER_ID),
          Map.entry(four("DEBT", 0), Part.PAYER_ID),
          Map.entry(four("SVWZ", 0), Part.TEXT),
          Map.entry(four("ABWA", 0), Part.ULTIMATE_NAME),
          Map.entry(four("ABWE", 0), Part.ULTIMATE_OWN_NAME),
          Map.entry(four("IBAN", 0), Part.IBAN),
          Map.entry(four("COAM", 0), Part.OTHER),
          Map.entry(four("OAMT", 0), Part.OTHER),
          Map.entry(four("PURP", 0), Part.OTHER));

  private static final Map<String, Part> SLASH =
      Map.ofEntries(
          Map.entry("REMI", Part.TEXT),
          Map.entry("INV", Part.TEXT),
          Map.entry("RFB", Part.TEXT),
          Map.entry("ROC", Part.TEXT),
          Map.entry("EREF", Part.END_TO_END_ID),
          Map.entry("PREF", Part.BATCH_ID),
          Map.entry("MARF", Part.MANDATE_ID),
          Map.entry("CSID", Part.PAYER_ID),
          Map.entry("NAME", Part.NAME),
          Map.entry("IBAN", Part.IBAN),
          Map.entry("BIC", Part.BIC),
          Map.entry("ULTD", Part.ULTIMATE_NAME),
          Map.entry("ULTC", Part.ULTIMATE_OWN_NAME),
          Map.entry("ULTB", Part.ULTIMATE_OWN_NAME),
          Map.entry("CNTP", Part.PARTY),
          Map.entry("RTRN", Part.RETURN_REASON),
          Map.entry("RTYP", Part.OTHER),
          Map.entry("TRTP", Part.OTHER),
          Map.entry("ORDP", Part.NAME),
          Map.entry("BENM", Part.NAME),
          Map.entry("ADDR", Part.OTHER),
          Map.entry("TRCD", Part.OTHER),
          Map.entry("EXCH", Part.OTHER),
          Map.entry("OCMT", Part.OTHER),
          Map.entry("CHGS", Part.OTHER),
          Map.entry("ISDT", Part.OTHER),
          Map.entry("PURP", Part.OTHER),
          Map.entry("SVCL", Part.OTHER));

  /** The codes of a party, whose name may follow with a code of its own. */
  private static final Set<String> PARTIES = Set.of("ORDP", "BENM", "ULTD", "ULTC", "ULTB");

  private static final Pattern SLASH_MARK =
      Pattern.compile("/(" + String.join("|", SLASH.keySet()) + ")/");

  private static final Pattern STRUCTURED = Pattern.compile("^/*STRD/(?:CUR|ISO)?/*");
  private static final Pattern UNSTRUCTURED = Pattern.compile("^/*USTD/*");
  private static final Pattern SLASHES_AROUND = Pattern.compile("^[/\\s]+|[/\\s]+$");

  /** What Commerzbank writes for SVWZ where something came back. */
  private static final String MESSAGE = "MTLG:";

  /** How long a line of the German layout is; a full one goes on in the next without a blank. */
  private static final int QUESTION_LINE_CHARACTERS = 27;

  private final Map<Part, String> parts = new EnumMap<>(Part.class);

  private Subfields() {}

  /** No fields yet. */
  static Subfields empty() {
    return new Subfields();
  }

  /** The fields of a text; a text without marks is all TEXT. */
  public static Subfields of(@Nullable String said) {
    Subfields found = new Subfields();
    if (said == null) {
      return found;
    }
    if (said.startsWith("/") && SLASH_MARK.matcher(said).lookingAt()) {
      found.slash(said);
    } else if (beginsQuestion(said) || said.contains("?20")) {
      found.question(said);
    } else {
      found.plus(said);
    }
    return found;
  }

  /** What the field says; null where there is none. */
  public @Nullable String get(Part part) {
    return parts.get(part);
  }

  /** The German layout begins with a code of the transaction (GVC). */
  private static boolean beginsQuestion(String said) {
    return question(said, 0) == 3 && digit(said, 0) && digit(said, 1) && digit(said, 2);
  }

  private void plus(String said) {
    marked(said, '+');
  }

  /** A code with the sign that marks it. */
  private record Mark(int sign, int codeCharacters, Part part) {
    int begin() {
      return sign - codeCharacters;
    }
  }

  /** Takes apart what is marked with this sign behind each code. */
  private void marked(String said, char sign) {
    Mark mark = mark(said, sign, 0);
    if (mark == null) {
      put(Part.TEXT, said);
      return;
    }
    put(Part.TEXT, said.substring(0, mark.begin()));
    while (mark != null) {
      Part part = mark.part();
      Mark next = mark(said, sign, mark.sign() + 1);
      int end = next == null ? said.length() : next.begin();
      if (sign == '+' || part == Part.TEXT || !parts.containsKey(part)) {
        put(part, said.substring(Math.min(mark.sign() + 1, end), end));
      }
      mark = next;
    }
  }

  /** The next code that is marked with the sign; null where none is. */
  private static @Nullable Mark mark(String said, char sign, int from) {
    int found = said.indexOf(sign, from);
    while (found >= 0) {
      Mark mark = marked(said, found);
      if (mark != null) {
        return mark;
      }
      found = said.indexOf(sign, found + 1);
    }
    return null;
  }

  /** The code before the sign; null where there is none. Each ends with a capital. */
  private static @Nullable Mark marked(String said, int sign) {
    if (sign < 3 || said.charAt(sign - 1) < 'A' || said.charAt(sign - 1) > 'Z') {
      return null;
    }
    Part part = sign >= 4 ? PLUS.get(four(said, sign - 4)) : null;
    if (part != null) {
      boolean inWord = said.charAt(sign) == ':' || part == Part.IBAN;
      return inWord && !startsWord(said, sign - 4) ? null : new Mark(sign, 4, part);
    }
    boolean bic = said.startsWith("BIC", sign - 3) && startsWord(said, sign - 3);
    return bic ? new Mark(sign, 3, Part.BIC) : null;
  }

  /** Four characters as one number. */
  private static long four(String said, int from) {
    return (long) said.charAt(from) << 48
        | (long) said.charAt(from + 1) << 32
        | (long) said.charAt(from + 2) << 16
        | said.charAt(from + 3);
  }

  private static boolean startsWord(String said, int index) {
    return index == 0 || !Character.isLetterOrDigit(said.charAt(index - 1));
  }

  private void slash(String said) {
    Matcher mark = SLASH_MARK.matcher(said);
    boolean more = mark.find();
    Part name = Part.NAME;
    while (more) {
      String code = mark.group(1);
      Part part = SLASH.getOrDefault(code, Part.OTHER);
      if (PARTIES.contains(code)) {
        name = part;
      } else if (part == Part.NAME) {
        part = name;
      }
      int begin = mark.end();
      more = mark.find(begin - 1);
      String content = said.substring(begin, more ? Math.max(begin, mark.start()) : said.length());
      if (part == Part.TEXT && STRUCTURED.matcher(content).find()) {
        part = Part.CREDITOR_REFERENCE;
        content = STRUCTURED.matcher(content).replaceFirst("");
      }
      content = UNSTRUCTURED.matcher(content).replaceFirst("");
      if (part == Part.PARTY) {
        party(content);
      } else {
        put(part, SLASHES_AROUND.matcher(content).replaceAll(""));
      }
    }
  }

  private void party(String content) {
    String[] fields = content.split("/", 4);
    put(Part.IBAN, fields[0]);
    put(Part.BIC, fields.length > 1 ? fields[1] : "");
    put(Part.NAME, fields.length > 2 ? fields[2] : "");
  }

  private void question(String said) {
    StringBuilder text = new StringBuilder(said.length());
    StringBuilder name = new StringBuilder();
    int mark = question(said, 0);
    int lineCharacters = 0;
    while (mark >= 0) {
      int number = 10 * (said.charAt(mark + 1) - '0') + said.charAt(mark + 2) - '0';
      int next = question(said, mark + 3);
      String content = said.substring(mark + 3, next < 0 ? said.length() : next);
      mark = next;
      switch (number) {
        case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63 -> {
          text.append(lineCharacters == QUESTION_LINE_CHARACTERS ? "" : " ");
          text.append(content.startsWith(MESSAGE) ? "SVWZ+" + content.substring(5) : content);
          lineCharacters = content.length();
        }
        case 0 -> put(Part.POSTING_TEXT, content);
        case 30 -> put(Part.BIC, content);
        case 31 -> put(Part.IBAN, content);
        case 32 -> name.append(content);
        case 33 ->
            name.append(name.length() == QUESTION_LINE_CHARACTERS ? "" : " ").append(content);
        default -> {
          // numbers of the bank
        }
      }
    }
    put(Part.NAME, name.toString());
    plus(text.toString());
    colons();
  }

  /** Where the next question mark with two digits stands; negative where none does. */
  private static int question(String said, int from) {
    int mark = said.indexOf('?', from);
    while (mark >= 0 && !(digit(said, mark + 1) && digit(said, mark + 2))) {
      mark = said.indexOf('?', mark + 1);
    }
    return mark;
  }

  private static boolean digit(String said, int index) {
    return index < said.length() && said.charAt(index) >= '0' && said.charAt(index) <= '9';
  }

  /**
   * German banks also write marks with a colon, mostly behind the payer's words. What is marked so
   * is there already, or fills what is empty.
   */
  private void colons() {
    String said = parts.getOrDefault(Part.TEXT, "");
    Mark mark = mark(said, ':', 0);
    if (mark != null && mark(said, ':', mark.sign() + 1) != null) {
      parts.remove(Part.TEXT);
      marked(said, ':');
    }
  }

  /** A field that comes twice goes on; a word for nothing is nothing. */
  void put(Part part, String content) {
    String said = content.strip();
    if (!said.isEmpty() && !said.equals(NOT_PROVIDED)) {
      parts.merge(part, said, (before, after) -> before + " " + after);
    }
  }
}
