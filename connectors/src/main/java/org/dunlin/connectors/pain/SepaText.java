package org.dunlin.connectors.pain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text in the characters that every SEPA bank takes: Latin letters without marks, digits, blanks
 * and {@code / - ? : ( ) . , ' +}. What is otherwise written is put into these as EPC217-08
 * proposes (Best practices, SEPA requirements for an extended character set).
 */
final class SepaText {
  private static final String ALLOWED = "/-?:().,'+ ";
  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('&', "+"),
          Map.entry('_', "-"),
          Map.entry('~', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('[', "("),
          Map.entry('{', "("),
          Map.entry(']', ")"),
          Map.entry('}', ")"),
          Map.entry('\\', "/"),
          Map.entry('|', "/"),
          Map.entry(';', ","),
          Map.entry('`', "'"),
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u20ac', "E"));
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ß', "s"),
          Map.entry('æ', "a"),
          Map.entry('ø', "o"),
          Map.entry('œ', "o"),
          Map.entry('þ', "t"),
          Map.entry('ð', "d"),
          Map.entry('đ', "d"),
          Map.entry('ħ', "h"),
          Map.entry('ı', "i"),
          Map.entry('ł', "l"),
          Map.entry('ŋ', "n"),
          Map.entry('ŧ', "t"),
          // Greek
          Map.entry('α', "a"),
          Map.entry('β', "v"),
          Map.entry('γ', "g"),
          Map.entry('δ', "d"),
          Map.entry('ε', "e"),
          Map.entry('ζ', "z"),
          Map.entry('η', "i"),
          Map.entry('θ', "th"),
          Map.entry('ι', "i"),
          Map.entry('κ', "k"),
          Map.entry('λ', "l"),
          Map.entry('μ', "m"),
          Map.entry('ν', "n"),
          Map.entry('ξ', "x"),
          Map.entry('ο', "o"),
          Map.entry('π', "p"),
          Map.entry('ρ', "r"),
          Map.entry('σ', "s"),
          Map.entry('ς', "s"),
          Map.entry('τ', "t"),
          Map.entry('υ', "y"),
          Map.entry('φ', "f"),
          Map.entry('χ', "ch"),
          Map.entry('ψ', "ps"),
          Map.entry('ω', "o"),
          // Bulgarian
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "y"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "h"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "sht"),
          Map.entry('ъ', "a"),
          Map.entry('ь', "y"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"));
  private static final Map<Character, String> TWO =
      Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'ß', "ss");

  private final boolean twoLetters;

  /**
   * @param twoLetters whether umlauts become two letters, as German banks have it
   */
  SepaText(boolean twoLetters) {
    this.twoLetters = twoLetters;
  }

  /**
   * The text, cut to so many characters; {@code .} where nothing of it can be said. A text begins
   * and ends with no slash, and has no two in a row, since banks use these as marks.
   */
  String of(String text, int most) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .chars()
        .forEach(each -> plain.append(plain((char) each)));
    String one = plain.toString().replaceAll(" +", " ").replaceAll("/+", "/").strip();
    String cut = one.length() <= most ? one : one.substring(0, most).strip();
    String free = cut.replaceAll("^/+|/+$", "").strip();
    return free.isEmpty() ? "." : free;
  }

  private String plain(char each) {
    if (each < 128 && Character.isLetterOrDigit(each) || ALLOWED.indexOf(each) >= 0) {
      return String.valueOf(each);
    }
    if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
      return " ";
    }
    String sign = SIGNS.get(each);
    if (sign != null) {
      return sign;
    }
    char small = Character.toLowerCase(each);
    String known = twoLetters && TWO.containsKey(small) ? TWO.get(small) : LETTERS.get(small);
    if (known == null) {
      String bare = Normalizer.normalize(String.valueOf(each), Normalizer.Form.NFD);
      char first = bare.charAt(0);
      if (first < 128 && Character.isLetterOrDigit(first)) {
        return String.valueOf(first);
      }
      small = Character.toLowerCase(first);
      known = LETTERS.get(small);
      if (known == null) {
        return Character.isISOControl(each) ? " " : ".";
      }
      each = first;
    }
    return Character.isUpperCase(each) ? raised(known) : known;
  }

  private static String raised(String letters) {
    return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
  }
}
