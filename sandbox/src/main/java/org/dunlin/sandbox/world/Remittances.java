package org.dunlin.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts into words, or fields, what a payment is for. */
final class Remittances {
  private Remittances() {}

  /** The remittance for one debt. */
  static Remittance of(Debt debt, Wording wording, Portion portion, Chance chance) {
    Document invoice = debt.invoice();
    String language = invoice.debtor().language();
    String number = invoice.number();
    String reference = invoice.reference() == null ? number : invoice.reference();
    return switch (wording) {
      case REFERENCE -> Remittance.reference(reference);
      case REFERENCE_IN_TEXT -> Remittance.text(inGroups(reference));
      case NUMBER -> Remittance.text(number + credit(debt, language));
      case WITH_WORDS ->
          Remittance.text(
              filled(chance.from(Phrases.around(language)), number) + credit(debt, language));
      case SEPARATORS_CHANGED ->
          Remittance.text(filled(chance.from(Phrases.around(language)), separated(number, chance)));
      case MISTYPED ->
          Remittance.text(filled(chance.from(Phrases.around(language)), mistyped(number)));
      case PART -> Remittance.text(filled(Phrases.part(language), number));
      case DISCOUNTED -> Remittance.text(filled(Phrases.discounted(language), number));
      case CONTESTED -> Remittance.text(filled(Phrases.contested(language), number));
      case DOCUMENTS -> new Remittance(List.of(), null, List.of(portion));
      case NOTHING ->
          chance.oneIn(3)
              ? Remittance.NONE
              : Remittance.text(chance.from(Phrases.withoutNumber(language)));
    };
  }

  /** The remittance for several invoices in one payment. */
  static Remittance ofSeveral(List<Portion> portions, String language, Chance chance) {
    List<String> numbers = portions.stream().map(Portion::invoiceNumber).toList();
    String word = Phrases.severalWord(language) + " ";
    return switch (chance.between(1, 4)) {
      case 1 -> Remittance.text(word + shortened(numbers));
      case 2 -> Remittance.text(word + String.join(", ", numbers));
      case 3 -> Remittance.text(String.join(" + ", numbers));
      default -> new Remittance(List.of(), null, portions);
    };
  }

  /** 2026-0042/0043: the year once. */
  private static String shortened(List<String> numbers) {
    return numbers.getFirst()
        + numbers.stream().skip(1).map(n -> "/" + n.substring(5)).collect(Collectors.joining());
  }

  private static String filled(String phrase, String number) {
    return String.format(Locale.ROOT, phrase, number);
  }

  private static String credit(Debt debt, String language) {
    return debt.creditNotes().isEmpty()
        ? ""
        : Phrases.less(language) + String.join(" ", debt.creditNotes());
  }

  private static String inGroups(String reference) {
    return reference.replaceAll("(.{4})(?=.)", "$1 ").toLowerCase(Locale.ROOT);
  }

  private static String separated(String number, Chance chance) {
    return number.replace("-", chance.from(List.of("/", " ", "", ".")));
  }

  /** The last two digits change places; where they are the same, the last is one too high. */
  static String mistyped(String number) {
    int end = number.length();
    char last = number.charAt(end - 1);
    char before = number.charAt(end - 2);
    String head = number.substring(0, end - 2);
    return last == before ? head + before + (last - '0' + 1) % 10 : head + last + before;
  }
}
