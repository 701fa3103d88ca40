package org.dunlin.sandbox.world;

import java.util.List;

/** Words around an invoice number, in the payer's language; {@code %s} is the number. */
final class Phrases {
  private Phrases() {}

  static List<String> around(String language) {
    return switch (language) {
      case "de" -> List.of("Rg. %s", "Rechnung Nr. %s", "RE %s vielen Dank", "rechnungsnr %s");
      case "en" -> List.of("invoice %s thanks", "INV %s", "payment of invoice %s", "inv no %s");
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
      case "en" -> List.of("your invoice", "payment thank you");
      case "fr" -> List.of("votre facture", "paiement");
      default -> List.of("uw rekening", "factuur", "betaling serviceplan");
    };
  }

  static String part(String language) {
    return switch (language) {
      case "de" -> "Teilzahlung Rg. %s";
      case "en" -> "part payment invoice %s";
      case "fr" -> "acompte facture %s";
      default -> "deelbetaling factuur %s";
    };
  }

  static String severalWord(String language) {
    return switch (language) {
      case "de" -> "Rg.";
      case "en" -> "invoices";
      case "fr" -> "factures";
      default -> "facturen";
    };
  }

  static String less(String language) {
    return switch (language) {
      case "de" -> " abzgl. Gutschrift ";
      case "en" -> " less credit note ";
      case "fr" -> " moins avoir ";
      default -> " minus creditnota ";
    };
  }

  static String discounted(String language) {
    return switch (language) {
      case "de" -> "Rg. %s abzgl. Skonto";
      case "en" -> "invoice %s less early payment discount";
      case "fr" -> "facture %s moins escompte";
      default -> "factuur %s minus betalingskorting";
    };
  }

  static String contested(String language) {
    return switch (language) {
      case "de" -> "Rg. %s, Rest wird reklamiert";
      case "en" -> "invoice %s, rest in dispute";
      case "fr" -> "facture %s, solde contesté";
      default -> "factuur %s, rest niet akkoord";
    };
  }
}
