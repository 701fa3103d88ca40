package org.dunlin.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dunlin.bench.match.World.Buyer;

/** How people and banks write numbers, names and texts. */
final class Hand {
  private static final int[] NAME_WIDTHS = {27, 35, 70};

  private final Dice dice;

  Hand(Dice dice) {
    this.dice = dice;
  }

  /** A sentence around what is named, with what else gets into such texts. */
  String text(Buyer buyer, String named) {
    String text = dice.of(buyer.words.naming).formatted(named);
    return switch (dice.below(12)) {
      case 0 -> text + " / " + buyer.customer.number();
      case 1 -> text + " dd " + dice.between(10, 28) + ".0" + dice.between(1, 9) + ".2026";
      case 2 -> "0" + dice.digits(3) + "/" + dice.digits(6) + " " + text;
      case 3 -> text + " ** " + dice.word();
      case 4 -> text.toUpperCase(Locale.ROOT);
      case 5 -> dice.digits(11) + "  " + text;
      default -> text;
    };
  }

  /** Separators changed or left out, zeros or letters lost. */
  String rewritten(String number) {
    return switch (dice.below(5)) {
      case 0 -> number.replaceAll("[-/. ]", " ");
      case 1 -> number.replaceAll("[-/. ]", "");
      case 2 -> number.replaceAll("[-/ .]", ".").toLowerCase(Locale.ROOT);
      case 3 -> number.replaceAll("(?<=[^0-9])0+(?=[0-9]{2})", "");
      default -> number.replaceAll("^[A-Z]+[ /-]?", "");
    };
  }

  /** A line end of a bank's form inside. */
  String wrapped(String number) {
    int at = dice.between(2, number.length() - 2);
    return number.substring(0, at) + " " + number.substring(at);
  }

  String mistyped(String number) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 1; i < number.length(); i++) {
      if (Character.isDigit(number.charAt(i))) {
        digits.add(i);
      }
    }
    int at = dice.of(digits);
    StringBuilder typed = new StringBuilder(number);
    switch (dice.below(3)) {
      case 0 -> typed.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + 3) % 10));
      case 1 -> typed.deleteCharAt(at);
      default -> typed.insert(at, dice.below(10));
    }
    return typed.toString();
  }

  /** The payer's name as a bank passes it on. */
  String name(Buyer buyer) {
    String name = buyer.customer.name();
    String passed = dice.oneIn(3) ? name.toUpperCase(Locale.ROOT) : name;
    int width = NAME_WIDTHS[dice.below(NAME_WIDTHS.length)];
    return passed.length() > width ? passed.substring(0, width) : passed;
  }

  /** As the payer gives it: without the legal form, with spelt umlauts, or run together. */
  String otherName(Buyer buyer) {
    String name = buyer.customer.name();
    String bare = name.replaceAll(" (B\\.V\\.|GmbH|Ltd|Limited|SARL|SAS|S\\.r\\.l\\.|AB|AG)$", "");
    return switch (dice.below(5)) {
      case 0 -> bare.toUpperCase(Locale.ROOT);
      case 1 -> name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "a");
      case 2 -> name.replace(" & ", " + ").replace("Limited", "Ltd").replace(".", "");
      case 3 -> bare.replace(" ", "");
      default -> name.length() > 18 ? name.substring(0, 18) : bare;
    };
  }

  /** A list as people write them. */
  String list(List<String> numbers) {
    return String.join(List.of(", ", " + ", "/", "; ", " ", " & ").get(dice.below(6)), numbers);
  }
}
