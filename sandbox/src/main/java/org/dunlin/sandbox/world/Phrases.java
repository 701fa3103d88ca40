package org.dunlin.sandbox.world;

import java.util.List;

/** Words around an invoice number, in the payer's language; {@code %s} is the number. */
final class Phrases {
  private Phrases() {}

  static List<String> around(String language) {
    return switch (language) {
      case "de" -> List.of("Rg. %s", "Rechnung Nr. %s", "RE %s vielen Dank", "rechnungsnr %s");
      case "fr" -> List.of("facture %s merci", "FACT NO %s", "paiement facture %s");
      default ->
          List.of(
              "factuur %s bedankt",
              "betaling fact. %s",
              "FACTUURNR %s",
              "inz. uw factuur %s kantoor",
              "fact %s, met vriendelijke groet");
    };
  }

  static List<String> withoutNumber(String language) {
    return switch (language) {
      case "de" -> List.of("Rechnung", "Zahlung Danke");
      case "fr" -> List.of("votre facture", "paiement");
      default -> List.of("uw rekening", "factuur", "betaling serviceplan");
    };
  }

  static String part(String language) {
    return switch (language) {
      case "de" -> "Teilzahlung Rg. %s";
      case "fr" -> "acompte facture %s";
      default -> "deelbetaling factuur %s";
    };
  }

  static String severalWord(String language) {
    return switch (language) {
      case "de" -> "Rg.";
      case "fr" -> "factures";
      default -> "facturen";
    };
  }

  static String less(String language) {
    return switch (language) {
      case "de" -> " abzgl. Gutschrift ";
      case "fr" -> " moins avoir ";
      default -> " minus creditnota ";
    };
  }
}
