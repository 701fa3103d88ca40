package org.dunlin.bench.match;

import java.util.List;

/** What people of one language write around what they pay; all of it invented. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of never change
enum Words {
  DUTCH(
      0,
      "NL",
      List.of("B.V.", "V.O.F.", "N.V.", ""),
      List.of("Kaasmakerij", "Timmerwerken", "Rederij", "Installatie", "Tuincentrum", "Wasserij"),
      List.of("Zaltbommel", "Hoorn", "Weert", "Assen", "Terneuzen"),
      List.of("%s", "inzake nota %s", "uw nota %s, met dank", "voldoening %s", "nota-nr %s"),
      List.of("maandelijkse afrekening", "volgens opgave", "div. nota's", "")),
  GERMAN(
      2,
      "DE",
      List.of("GmbH", "GmbH & Co. KG", "AG", "e.K.", "KG"),
      List.of("Tischlerei", "Brauerei", "Gärtnerei", "Werkzeugbau", "Kühlhaus", "Möbelhaus"),
      List.of("Görlitz", "Husum", "Passau", "Zwickau", "Lörrach"),
      List.of("%s", "wir begleichen Beleg %s", "zu Ihrer Faktura %s", "AR %s", "Rg %s besten Dank"),
      List.of("Ausgleich Konto", "siehe Avis", "Sammelzahlung", "")),
  FRENCH(
      4,
      "FR",
      List.of("SARL", "SAS", "SA", "EURL"),
      List.of("Charpentes", "Menuiserie", "Fromagerie", "Verrerie", "Pépinières", "Câblerie"),
      List.of("Vannes", "Niort", "Épinal", "Gap", "Auxerre"),
      List.of("%s", "solde piece %s", "notre règlement de %s", "fact. n %s merci", "PIECE %s"),
      List.of("apurement compte", "selon bordereau", "")),
  ENGLISH(
      0,
      "GB",
      List.of("Ltd", "Limited", "LLP", "PLC"),
      List.of("Joinery", "Foundry", "Dairy", "Orchards", "Glazing", "Haulage"),
      List.of("Kendal", "Ludlow", "Oban", "Truro", "Whitby"),
      List.of("%s", "settling %s", "bill no %s", "re: %s thx", "document %s"),
      List.of("as agreed", "month end run", "account", "")),
  ITALIAN(
      2,
      "IT",
      List.of("S.r.l.", "S.p.A.", "S.n.c."),
      List.of("Falegnameria", "Cantina", "Officina", "Vetreria", "Caseificio", "Tipografia"),
      List.of("Asti", "Lucca", "Udine", "Matera", "Rovigo"),
      List.of("%s", "saldo fatt. %s", "pagamento fattura n. %s", "ft %s grazie"),
      List.of("saldo e/c", "come da accordi", "")),
  SWEDISH(
      4,
      "SE",
      List.of("AB", "HB", ""),
      List.of("Snickeri", "Bryggeri", "Verkstad", "Plåtslageri", "Mejeri", "Bageri"),
      List.of("Växjö", "Falun", "Ystad", "Arvika", "Gävle"),
      List.of("%s", "betalning faktura %s", "fakt %s tack", "avser %s"),
      List.of("enligt avtal", "månadsbetalning", ""));

  /** The first of the two ways in which documents for its customers are numbered. */
  final int numbering;

  final String country;
  final List<String> forms;
  final List<String> trades;
  final List<String> places;
  final List<String> naming;
  final List<String> saying;

  Words(
      int numbering,
      String country,
      List<String> forms,
      List<String> trades,
      List<String> places,
      List<String> naming,
      List<String> saying) {
    this.numbering = numbering;
    this.country = country;
    this.forms = forms;
    this.trades = trades;
    this.places = places;
    this.naming = naming;
    this.saying = saying;
  }
}
