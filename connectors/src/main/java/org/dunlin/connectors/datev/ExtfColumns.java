package org.dunlin.connectors.datev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a Buchungsstapel of version 9; DATEV knows them by their place, from 1. */
final class ExtfColumns {
  static final int AMOUNT = 1;
  static final int SIDE = 2;
  static final int ACCOUNT = 7;
  static final int CONTRA_ACCOUNT = 8;
  static final int DATE = 10;
  static final int DOCUMENT = 11;
  static final int DISCOUNT = 13;
  static final int TEXT = 14;

  static final List<String> NAMES = names();

  private static final int PARTS_OF_DOCUMENT = 8;
  private static final int FURTHER_PARTS = 20;

  private ExtfColumns() {}

  /** A line without any value. */
  static String[] empty() {
    String[] fields = new String[NAMES.size()];
    Arrays.fill(fields, "");
    return fields;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    add(
        names,
        "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basisumsatz"
            + ";WKZ Basisumsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum"
            + ";Belegfeld 1;Belegfeld 2;Skonto;Buchungstext;Postensperre;Diverse Adressnummer"
            + ";Geschäftspartnerbank;Sachverhalt;Zinssperre;Beleglink");
    numbered(names, "Beleginfo", PARTS_OF_DOCUMENT);
    add(
        names,
        "KOST1 - Kostenstelle;KOST2 - Kostenstelle;Kost-Menge;EU-Land u. UStID;EU-Steuersatz;Abw."
            + " Versteuerungsart;Sachverhalt L+L;Funktionsergänzung L+L;BU 49 Hauptfunktionstyp;BU"
            + " 49 Hauptfunktionsnummer;BU 49 Funktionsergänzung");
    numbered(names, "Zusatzinformation", FURTHER_PARTS);
    add(
        names,
        "Stück;Gewicht;Zahlweise;Forderungsart;Veranlagungsjahr;Zugeordnete Fälligkeit;Skontotyp"
            + ";Auftragsnummer;Buchungstyp;USt-Schlüssel (Anzahlungen)"
            + ";EU-Land (Anzahlungen);Sachverhalt L+L (Anzahlungen);EU-Steuersatz (Anzahlungen)"
            + ";Erlöskonto (Anzahlungen);Herkunft-Kz;Buchungs GUID;KOST-Datum;SEPA-Mandatsreferenz"
            + ";Skontosperre;Gesellschaftername;Beteiligtennummer;Identifikationsnummer"
            + ";Zeichnernummer;Postensperre bis;Bezeichnung SoBil-Sachverhalt"
            + ";Kennzeichen SoBil-Buchung;Festschreibung;Leistungsdatum"
            + ";Datum Zuord. Steuerperiode;Fälligkeit;Generalumkehr (GU);Steuersatz;Land");
    return List.copyOf(names);
  }

  private static void numbered(List<String> names, String name, int count) {
    for (int i = 1; i <= count; i++) {
      names.add(name + " - Art " + i);
      names.add(name + " - Inhalt " + i);
    }
  }

  private static void add(List<String> names, String columns) {
    names.addAll(List.of(columns.split(";")));
  }
}
