package org.dunlin.connectors.csv;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What banks and programs usually call their columns, in English, Dutch, German, French and
 * Italian. Of several columns that may be one thing, the name that stands first here is it.
 */
final class UsualNames {
  private static final Map<Kind, Map<String, Usual>> WHOLE = new EnumMap<>(Kind.class);
  private static final Map<Kind, Map<ColumnName, Usual>> BEGINNINGS = new EnumMap<>(Kind.class);

  static {
    bank(
        Target.ACCOUNT,
        "account|account number|iban|iban/bban|rekening|rekeningnummer|konto|auftragskonto|iban"
            + " auftragskonto|compte|conto|own account");
    bank(
        Target.CURRENCY,
        "currency|munt|valuta"
            + " code|valutacode|muntsoort|währung|waehrung|monnaie|devise|moneta|divisa|ccy");
    bank(
        Target.BOOKING_DATE,
        "booking date|date|transaction date|booked at|posting"
            + " date|datum|boekdatum|transactiedatum|buchung|buchungstag|buchungsdatum|date"
            + " comptable|data|data di registrazione|data contabile|execution date|completed date");
    bank(
        Target.VALUE_DATE,
        "value date|valuta date|rentedatum|valutadatum|valuta|wertstellung|valeur|date de"
            + " valeur|data valuta|data di valuta");
    bank(
        Target.AMOUNT,
        "amount|amount *|bedrag|bedrag *|transactiebedrag|betrag|betrag *|montant|montant"
            + " *|importo|importo *|credit/debit amount|umsatz");
    bank(
        Target.MARK,
        "d/c|dr/cr|debit/credit|af bij|af/bij|creditdebet|debet/credit|soll/haben|s/h|dare/avere");
    bank(
        Target.DEBIT,
        "debit|debit *|debitamount|withdrawals|paid out|af|belastung|belastung"
            + " *|lastschrift|lastschrift *|soll|débit|débit *|addebito|addebito"
            + " *|addebiti|addebiti *|dare");
    bank(
        Target.CREDIT,
        "credit|credit *|creditamount|deposits|paid in|bij|gutschrift|gutschrift"
            + " *|haben|crédit|crédit *|accredito|accredito *|accrediti|accrediti *|avere");
    bank(Target.FEE, "fee|fees|kosten|gebühr|frais|commissione");
    bank(
        Target.BALANCE, "balance|balance *|saldo|saldo *|saldo na *|solde|solde *|running balance");
    bank(
        Target.PAYER_NAME,
        "partner name|counterparty name|counterparty|payee|payer name|payee name|name|naam|naam /"
            + " omschrijving|naam"
            + " tegenpartij|tegenrekeninghouder|beguenstigter/zahlungspflichtiger|begünstigter/zahlungspflichtiger|zahlungsbeteiligter|name"
            + " zahlungsbeteiligter|auftraggeber/empfänger|contrepartie|controparte");
    bank(
        Target.PAYER_ACCOUNT,
        "counterparty account|counterparty iban|partner iban|beneficiary iban|payee account"
            + " number|bank account|tegenrekening|tegenrekening"
            + " iban/bban|tegenrekeningnummer|kontonummer/iban|iban"
            + " zahlungsbeteiligter|gegenkonto");
    bank(
        Target.PAYER_BIC,
        "bic tegenpartij|bic (swift-code)|beneficiary bic|partner bic|counterparty bic|bic|swift");
    bank(
        Target.REMITTANCE,
        "description|remittance|mededelingen|omschrijving|verwendungszweck|payment"
            + " reference|mitteilung|text|label|details|narrative|notification text|booking"
            + " text|bookingtext|transactions|avisierungstext|buchungstext|texte|libellé|texte"
            + " de notification|testo|testo di avviso|testo di registrazione|testo di"
            + " contabilizzazione|descrizione");
    bank(
        Target.CREDITOR_REFERENCE,
        "creditor reference|betalingskenmerk|referenznummer|numéro de référence|numero di"
            + " riferimento");
    bank(
        Target.END_TO_END_ID,
        "end to end id|end-to-end id|end-to-end reference|kundenreferenz"
            + " (end-to-end)|kundenreferenz|kenmerk");
    bank(Target.MANDATE_ID, "mandate|machtigingskenmerk|machtigingsnummer|mandatsreferenz");
    bank(
        Target.REFERENCE,
        "reference|bank"
            + " reference|transactiereferentie|referentie|volgnr|transaction"
            + " id|transferwise id|referenz|référence|rif.esterno|rif."
            + " esterno|numero di ordine|unique id");
    invoice(
        Target.NUMBER,
        "number|invoice number|invoice #|invoice no|invoice"
            + " no.|invoice|factuurnummer|nummer|rechnungsnummer|belegnummer|numéro|numéro de"
            + " facture|numero"
            + " fattura|documentnumber|details|factuurnr|factuurnr.|factuur|rechnungsnr|rechnungsnr.|rechnung|belegfeld"
            + " 1|belegnr|n° facture|n° de facture|facture|no facture|doc. no.|document number");
    invoice(
        Target.ISSUE_DATE,
        "date|invoice date|issue date|date"
            + " issued|documentdate|factuurdatum|datum|rechnungsdatum|belegdatum|date de"
            + " facture|data fattura|factuur datum|re-datum|date facture|date d'émission|document"
            + " date|issued");
    invoice(
        Target.DUE_DATE,
        "due|due date|vervaldatum|fällig|fällig am|fälligkeitsdatum|échéance|scadenza|vervalt"
            + " op|vervaldag|fälligkeit|faelligkeit|zahlbar bis|date d'échéance|date"
            + " échéance|payable by");
    invoice(
        Target.TOTAL,
        "total|amount|total amount|totalamount|invoice total|totaal|totaal incl."
            + " btw|bedrag|gesamtbetrag|bruttobetrag|betrag|montant"
            + " ttc|totale|factuurbedrag|totaalbedrag|bedrag incl. btw|rechnungsbetrag|brutto|total"
            + " ttc|montant|gross|gross amount|invoice amount");
    invoice(Target.LINE_TOTAL, "line total|regelbedrag|positionsbetrag");
    invoice(
        Target.OUTSTANDING,
        "outstanding|open|open amount|balance|balance due|balancedueamount|openstaand|offener"
            + " betrag|offen|solde dû|da pagare|openstaand bedrag|nog te betalen|openstaand"
            + " saldo|saldo|offener saldo|restbetrag|montant dû|reste dû|reste à"
            + " payer|solde|remaining|amount due");
    invoice(Target.PAID, "paid|amount paid|amountpaidamount|betaald|bezahlt|payé|pagato");
    invoice(Target.CURRENCY, "currency|currency code|currencycode|valuta|munt|währung|devise");
    invoice(Target.STATUS, "status|invoice status|state|zustand|statut|stato");
    invoice(
        Target.CUSTOMER_NAME,
        "client|client name|customer|customer"
            + " name|name|klant|klantnaam|debiteur|kunde|kundenname|client"
            + " nom|cliente|debiteurnaam|naam|bedrijfsnaam|relatie|debitor|debitorenname|firma|nom"
            + " du client|nom client|nom|raison sociale|debtor|debtor name|company|company name");
    invoice(
        Target.CUSTOMER_NUMBER,
        "customer number|client number|klantnummer|debiteurnummer|kundennummer|numéro"
            + " client|klantnr|klantnr.|debiteurnr|debiteurnr.|debiteurennummer|kundennr|kundennr.|kunden-nr.|debitorennummer|debitor-nr.|debitorenkonto|n°"
            + " client|code client|compte client|customer no|customer no.|debtor number|account"
            + " code");
    invoice(
        Target.EMAIL,
        "email|e-mail|emailrecipient|e-mailadres|e-mail-adresse|email address|mail|courriel|adresse"
            + " e-mail");
    invoice(
        Target.PHONE,
        "phone|telephone|telefoon|telefoonnummer|telefon|telefonnummer|téléphone|telefono");
    invoice(Target.STREET, "street|address|straat|adres|straße|strasse|rue|adresse|via");
    invoice(
        Target.POSTAL_CODE, "postal code|zip|zip code|postcode|plz|postleitzahl|code postal|cap");
    invoice(Target.CITY, "city|town|plaats|woonplaats|stad|ort|ville|città");
    invoice(Target.COUNTRY, "country|country code|land|landcode|ländercode|pays|paese");
    invoice(
        Target.VAT_NUMBER,
        "vat number|vat id|btw-nummer|btw nummer|ust-idnr.|ust-id|umsatzsteuer-id|numéro de tva|n°"
            + " tva|partita iva");
    invoice(
        Target.REGISTRATION_NUMBER,
        "registration number|company number|kvk-nummer|kvk|handelsregisternummer|siret|siren");
    invoice(Target.CUSTOMER_ID, "customer id|client id|klant id|klant-id|kunden-id|id client");
    invoice(
        Target.PAYMENT_REFERENCE,
        "payment reference|betalingskenmerk|zahlungsreferenz|qr-referenz|référence de"
            + " paiement|communication structurée");
    invoice(
        Target.ORDER_REFERENCE,
        "order|order number|order reference|po"
            + " number|bestelnummer|ordernummer|bestellnummer|auftragsnummer|numéro de commande|n°"
            + " de commande");
    invoice(
        Target.PRECEDING_INVOICE,
        "credited invoice|original invoice|oorspronkelijke factuur|ursprungsrechnung|facture"
            + " d'origine");
    customer(
        Target.NAME,
        "client name|organization|company|name|naam|bedrijfsnaam|firma|nom|ragione sociale|naam"
            + " klant|klantnaam|klant|debiteur|kunde|kundenname|debitor|raison sociale|nom du"
            + " client|nom client|client|customer|customer name|company name");
    customer(
        Target.NUMBER,
        "number|customer"
            + " number|klantnummer|kundennummer|klantnr|klantnr.|debiteurnummer|debiteurnr.|kundennr|kundennr.|kunden-nr.|debitorennummer|n°"
            + " client|numéro client|code client|customer no|customer no.|debtor number");
    customer(
        Target.EMAIL,
        "email|e-mail|e-mailadres|e-mail-adresse|email address|mail|courriel|adresse e-mail");
    customer(Target.PHONE, "phone|telephone|telefoon|telefon|téléphone|telefono");
    customer(Target.STREET, "street|address|straat|adres|straße|strasse|rue|via|adresse");
    customer(
        Target.POSTAL_CODE, "postal code|zip|postcode|plz|code postal|cap|zip code|postleitzahl");
    customer(Target.CITY, "city|town|plaats|stad|ort|ville|città");
    customer(Target.COUNTRY, "country|land|pays|paese|country code|landcode|ländercode");
    customer(Target.LANGUAGE, "language|taal|sprache|langue");
    customer(Target.IBAN, "iban");
    customer(
        Target.PAYMENT_TERM_DAYS,
        "payment term|payment terms|payment days|betaaltermijn|betalingstermijn|zahlungsziel|délai"
            + " de paiement");
    customer(
        Target.REGISTRATION_NUMBER,
        "registration number|company number|kvk-nummer|kvk|handelsregisternummer|siret|siren");
    customer(
        Target.VAT_NUMBER, "vat number|vat|btw-nummer|ust-idnr.|ust-id|numéro de tva|partita iva");
  }

  private UsualNames() {}

  /**
   * What a name usually means.
   *
   * @param rank of the name among those of the same meaning: the lowest is the surest
   */
  record Usual(Target target, int rank) {}

  /** What the name of a column usually is in files of the kind. */
  static Optional<Target> meaning(Kind kind, String cell) {
    return usual(kind, cell).map(Usual::target);
  }

  /** What the name of a column usually is in files of the kind, and how surely. */
  static Optional<Usual> usual(Kind kind, String cell) {
    String normal = ColumnName.normal(cell);
    Usual whole = WHOLE.getOrDefault(kind, Map.of()).get(normal);
    if (whole != null) {
      return Optional.of(whole);
    }
    for (Map.Entry<ColumnName, Usual> each : BEGINNINGS.getOrDefault(kind, Map.of()).entrySet()) {
      if (each.getKey().isNamed(normal)) {
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  private static void bank(Target target, String names) {
    add(Kind.STATEMENT, target, names);
  }

  private static void invoice(Target target, String names) {
    add(Kind.INVOICES, target, names);
  }

  private static void customer(Target target, String names) {
    add(Kind.CUSTOMERS, target, names);
  }

  private static void add(Kind kind, Target target, String names) {
    int rank = 0;
    for (String name : names.split("\\|")) {
      Usual usual = new Usual(target, rank++);
      if (name.endsWith("*")) {
        BEGINNINGS
            .computeIfAbsent(kind, each -> new LinkedHashMap<>())
            .put(ColumnName.of(name), usual);
      } else {
        WHOLE
            .computeIfAbsent(kind, each -> new HashMap<>())
            .putIfAbsent(ColumnName.normal(name), usual);
      }
    }
  }
}
