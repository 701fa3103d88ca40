package org.dunlin.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.csv.DescriptionFile;
import org.dunlin.connectors.csv.Descriptions;
import org.jspecify.annotations.Nullable;

/**
 * The formats of lines that are measured, each with a statement of so many entries that ties out.
 */
enum LineFormat {
  MT940(Format.MT_940) {
    @Override
    String begin(int entries) {
      return "{1:F01ABNANL2AXXXX0000000000}{2:I940ABNANL2AXXXXN}{4:\r\n:20:STARTUMS\r\n"
          + ":25:50010517/0123456789\r\n:28C:00001/001\r\n:60F:C261118EUR0,00\r\n";
    }

    @Override
    String entry(int number) {
      return String.format(
          Locale.ROOT,
          ":61:2611191119CR%sN166NONREF//B%08d\r\n"
              + ":86:166?00SEPA-UEBERWEISUNG?109310?20EREF+E2E-%08d?21SVWZ+Rech\r\n"
              + "nung 2026-%06d vom 0?221.11.2026 Kunde D%06d?30GENODEF1ABC\r\n"
              + "?31DE89370400440532013000?32Baeckerei Morgenrot %06d?33 GmbH\r\n",
          amount(number, ','),
          number,
          number,
          number,
          number,
          number);
    }

    @Override
    String end(int entries) {
      return ":62F:C261119EUR" + amount(total(entries), ',') + "\r\n-}\r\n";
    }
  },

  BAI2(Format.BAI2) {
    @Override
    String begin(int entries) {
      return "01,BANK01,ACME,261120,0615,1,,,2/\n02,ACME,021000021,1,261119,2400,USD,2/\n"
          + "03,0012345678,,010,0,,,015,"
          + total(entries)
          + ",,/\n";
    }

    @Override
    String entry(int number) {
      return String.format(
          Locale.ROOT,
          "16,195,%d,Z,FW%08d,INV 2026-%06d,WIRE FROM ACME SUPPLY %06d INC/\n"
              + "88,INVOICE 2026-%06d CUSTOMER D%06d THANK YOU/\n",
          cents(number),
          number,
          number,
          number,
          number,
          number);
    }

    @Override
    String end(int entries) {
      long total = 2 * total(entries);
      int records = 2 * entries + 2;
      return "49,%d,%d/\n98,%d,1,%d/\n99,%d,1,%d/\n"
          .formatted(total, records, total, records + 2, total, records + 4);
    }
  },

  CODA(Format.CODA) {
    private static final String ACCOUNT = "BE68539007547034                  EUR";

    @Override
    String begin(int entries) {
      return fixed(128, 1, "0000020112612305", 25, "REF-1", 35, "ACME", 84, "00000", 128, "2")
          + fixed(128, 1, "12017", 6, ACCOUNT, 43, money(0), 59, "191126", 65, "ACME", 126, "017");
    }

    @Override
    String entry(int number) {
      String sequence = String.format(Locale.ROOT, "%04d0000", number + 1);
      String told = String.format(Locale.ROOT, "FACTUUR 2026-%06d KLANT D%06d", number, number);
      return fixed(
              128,
              1,
              "21" + sequence,
              11,
              "BANKREF" + sequence,
              32,
              money(cents(number)),
              48,
              "201126001500000",
              63,
              told,
              116,
              "2011260171",
              126,
              "1 0")
          + fixed(128, 1, "22" + sequence, 64, "E2E-" + sequence, 99, "GKCCBEBB", 126, "1 0")
          + fixed(
              128,
              1,
              "23" + sequence,
              11,
              "BE71096123456769",
              48,
              "BAKKERIJ MORGENROT",
              126,
              "0 0");
    }

    @Override
    String end(int entries) {
      long total = total(entries);
      return fixed(128, 1, "8017", 5, ACCOUNT, 42, money(total), 58, "201126", 128, "0")
          + fixed(
              128,
              1,
              "9",
              17,
              String.format(Locale.ROOT, "%06d", 3 * entries + 2),
              23,
              money(0).substring(1),
              38,
              money(total).substring(1),
              128,
              "2");
    }

    private String money(long cents) {
      return String.format(Locale.ROOT, "0%015d", cents * 10);
    }
  },

  CFONB120(Format.CFONB_120) {
    @Override
    String begin(int entries) {
      return record("01", 35, "181126", 91, money(0));
    }

    @Override
    String entry(int number) {
      String reference = String.format(Locale.ROOT, "FACTURE 2026-%06d", number);
      return record(
              "04",
              8,
              "0158",
              33,
              "18",
              35,
              "191126",
              43,
              "191126",
              49,
              "VIR SEPA RECU",
              82,
              String.format(Locale.ROOT, "%07d", number % 10_000_000),
              91,
              money(cents(number)))
          + record("05", 8, "0158", 33, "18", 35, "191126", 46, "NPY", 49, "BOULANGERIE AURORE")
          + record("05", 8, "0158", 33, "18", 35, "191126", 46, "LCC", 49, reference);
    }

    @Override
    String end(int entries) {
      return record("07", 35, "191126", 91, money(total(entries)));
    }

    private String record(String code, Object... fields) {
      List<Object> all = new ArrayList<>(List.of(1, code + "30006", 12, "00001EUR2", 22));
      all.add("12345678901");
      all.addAll(List.of(fields));
      return fixed(120, all.toArray());
    }

    private String money(long cents) {
      String digits = String.format(Locale.ROOT, "%014d", cents);
      return digits.substring(0, 13) + "{ABCDEFGHI".charAt(digits.charAt(13) - '0');
    }
  },

  OFX(Format.OFX) {
    @Override
    String begin(int entries) {
      return "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\n"
          + "CHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
          + "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>\n"
          + "<DTSERVER>20261120181500<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\n<BANKMSGSRSV1>\n"
          + "<STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>\n"
          + "<STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>123<ACCTID>0417164300"
          + "<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
          + "<BANKTRANLIST><DTSTART>20261101<DTEND>20261120\n";
    }

    @Override
    String entry(int number) {
      return String.format(
          Locale.ROOT,
          "<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>20261118120000\n<TRNAMT>%s\n<FITID>F%08d\n"
              + "<NAME>BAKERY %06d\n<MEMO>INVOICE 2026-%06d CUSTOMER D%06d\n</STMTTRN>\n",
          amount(number, '.'),
          number,
          number,
          number,
          number);
    }

    @Override
    String end(int entries) {
      return "</BANKTRANLIST>\n<LEDGERBAL><BALAMT>"
          + amount(total(entries), '.')
          + "<DTASOF>20261120181500</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
    }
  },

  CSV(null) {
    @Override
    String begin(int entries) {
      return "Boekdatum;Bedrag;Naam;Tegenrekening;Omschrijving\r\n";
    }

    @Override
    String entry(int number) {
      return String.format(
          Locale.ROOT,
          "19-11-2026;%s;Bakkerij %06d;NL91ABNA0417164300;Factuur 2026-%06d klant D%06d\r\n",
          amount(number, ','),
          number,
          number,
          number);
    }

    @Override
    String end(int entries) {
      return "";
    }
  };

  private static final String DESCRIPTION =
      """
      description: measured
      title: Measured
      kind: statement
      delimiter: ";"
      columns:
        bookingDate: Boekdatum
        amount: Bedrag
        payerName: Naam
        payerAccount: Tegenrekening
        remittance: Omschrijving
      constants: {account: NL44RABO0123456789, currency: EUR}
      dates: dd-MM-yyyy
      numbers: {decimal: ",", group: "."}
      """;

  private final @Nullable Format format;

  /**
   * @param format absent where a description tells it
   */
  LineFormat(@Nullable Format format) {
    this.format = format;
  }

  /** What reads such a file. */
  Translator translator() {
    if (format != null) {
      return Formats.translator(format);
    }
    byte[] description = DESCRIPTION.getBytes(StandardCharsets.UTF_8);
    Descriptions described =
        new Descriptions(() -> List.of(new DescriptionFile("measured.yaml", description)));
    byte[] head = (begin(1) + entry(0)).getBytes(StandardCharsets.UTF_8);
    return new Detection(described).detect(head).orElseThrow().translator();
  }

  /** Whether one statement can have any number of entries: CODA numbers them with four digits. */
  boolean hasNoEnd() {
    return this != CODA;
  }

  /** A line of so many characters, with texts at their positions, from 1. */
  static String fixed(int characters, Object... positionsAndTexts) {
    char[] line = new char[characters];
    Arrays.fill(line, ' ');
    int position = 0;
    for (Object each : positionsAndTexts) {
      if (each instanceof Integer begin) {
        position = begin - 1;
      } else {
        String text = each.toString();
        text.getChars(0, Math.min(text.length(), characters - position), line, position);
      }
    }
    return new String(line) + "\n";
  }

  /** What stands before the entries. */
  abstract String begin(int entries);

  abstract String entry(int number);

  /** What stands behind so many entries. */
  abstract String end(int entries);

  static long cents(int number) {
    return 1_000 + number * 137L % 900_000;
  }

  static long total(int entries) {
    long total = 0;
    for (int i = 0; i < entries; i++) {
      total += cents(i);
    }
    return total;
  }

  static String amount(int number, char point) {
    return amount(cents(number), point);
  }

  static String amount(long cents, char point) {
    return String.format(Locale.ROOT, "%d%c%02d", cents / 100, point, cents % 100);
  }
}
