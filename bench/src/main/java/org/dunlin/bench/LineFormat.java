package org.dunlin.bench;

import java.util.Locale;
import org.dunlin.connectors.Format;

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
  };

  private final Format format;

  LineFormat(Format format) {
    this.format = format;
  }

  Format format() {
    return format;
  }

  /** What stands before the entries. */
  abstract String begin(int entries);

  abstract String entry(int number);

  /** What stands behind so many entries. */
  abstract String end(int entries);

  static long cents(int number) {
    return 1_000 + number * 137L % 900_000;
  }

  private static long total(int entries) {
    long total = 0;
    for (int i = 0; i < entries; i++) {
      total += cents(i);
    }
    return total;
  }

  private static String amount(int number, char point) {
    return amount(cents(number), point);
  }

  private static String amount(long cents, char point) {
    return String.format(Locale.ROOT, "%d%c%02d", cents / 100, point, cents % 100);
  }
}
