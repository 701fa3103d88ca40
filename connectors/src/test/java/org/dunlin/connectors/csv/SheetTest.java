package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetFault.Code;
import org.dunlin.core.sheet.SheetMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  private static final String ROW =
      "R-1%1$s18.11.2026%1$s18.12.2026%1$s1.210,00%1$s1.000,00%1$sD1%1$sJansen"
          + " BV%1$sap@jansen.example\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice number;Invoice date;Due date;Total;Open amount;Customer number;Customer;Contact",
        "Factuurnummer;Factuurdatum;Vervaldatum;Totaal;Openstaand"
            + " bedrag;Debiteurnummer;Klant;Contact",
        "Rechnungsnr.;Rechnungsdatum;Fälligkeit;Rechnungsbetrag;Offener"
            + " Betrag;Kundennr.;Kunde;Kontakt",
        "N° de facture;Date facture;Date d'échéance;Montant TTC;Reste dû;Code client;Nom du"
            + " client;Contact"
      })
  void namesInFourLanguagesProposeWhatColumnsMeanAndContentTheRest(String header) {
    SheetMapping mapping = sheet(header + "\n" + ROW.formatted(";")).proposed();

    assertThat(mapping.kind()).isEqualTo("invoices");
    assertThat(mapping.columns())
        .isEqualTo(
            Map.of(
                1, "number",
                2, "issueDate",
                3, "dueDate",
                4, "total",
                5, "outstanding",
                6, "customerNumber",
                7, "customerName",
                8, "email"));
    assertThat(mapping.dates()).isEqualTo("dd.MM.yyyy");
    assertThat(mapping.decimal()).isEqualTo(",");
  }

  @Test
  void whatIsProposedReadsTheFileOnceACurrencyIsSaid() throws IOException {
    String file = "Invoice;Date;Total;Customer\nA1;2026-11-18;10.50;Jansen\n";
    Sheet sheet = sheet(file);
    assertThat(sheet.faults(sheet.proposed())).containsExactly(new SheetFault(Code.CURRENCY, ""));

    SheetMapping said = with(sheet.proposed(), Map.of("currency", "EUR"));

    assertThat(sheet.faults(said)).isEmpty();
    assertThat(records(sheet, said, bytes(file)))
        .filteredOn(Invoice.class::isInstance)
        .extracting(record -> ((Invoice) record).total().toString())
        .containsExactly("EUR 10.50");
  }

  @Test
  void aCurrencyInTheNameOfAColumnOrBesideItsAmountsNeedsNotBeSaid() {
    assertThat(
            sheet("Factuur;Datum;Totaal (CHF);Klant\nA;18-11-2026;1,50;J\n")
                .proposed()
                .constant("currency"))
        .isEqualTo("CHF");
    assertThat(
            sheet("Factuur;Datum;Totaal;Klant\nA;18-11-2026;€ 1,50;J\n")
                .proposed()
                .constant("currency"))
        .isEqualTo("EUR");
  }

  @Test
  void aDayAndAnAmountThatMayBeTwoAreNotGuessed() {
    Sheet sheet = sheet("Invoice,Date,Total,Customer,Currency\nA,01/02/2026,1234,J,EUR\n");

    SheetMapping mapping = sheet.proposed();

    assertThat(mapping.dates()).isEmpty();
    assertThat(sheet.datePatterns(mapping)).contains("dd/MM/yyyy", "MM/dd/yyyy");
    assertThat(mapping.decimal()).isEmpty();
    assertThat(sheet.faults(mapping))
        .extracting(SheetFault::code)
        .containsExactly(Code.DATES, Code.DECIMAL);
  }

  @Test
  void creditNotesAreKnownByTheirWordAndBySignsInFrontBehindAndAround() throws IOException {
    String file =
        "Art;Rechnungsnr.;Datum;Betrag;Kunde;Währung\n"
            + "Rechnung;1;18.11.2026;10,00;J;EUR\n"
            + "Gutschrift;2;19.11.2026;5,00-;J;EUR\n"
            + "Rechnung;3;20.11.2026;7,00;J;EUR\n";
    Sheet sheet = sheet(file);
    SheetMapping mapping = sheet.proposed();
    assertThat(mapping.columns()).containsEntry(1, "type");
    assertThat(mapping.words("CREDIT_NOTE")).isEqualTo("Gutschrift");
    assertThat(sheet.faults(mapping)).isEmpty();

    assertThat(records(sheet, mapping, bytes(file)))
        .filteredOn(Invoice.class::isInstance)
        .extracting(record -> ((Invoice) record).kind())
        .containsExactly(InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE, InvoiceKind.INVOICE);
  }

  @Test
  void aListWithoutDaysIsOneOfCustomersAndEncodingAndDelimiterAreFound() throws IOException {
    byte[] file =
        "Kundennr.\tFirma\tStraße\tPLZ\tOrt\tPost\n7\tMüller\tAm Hang 1\t80331\tMünchen\ta@b.example\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Sheet sheet = Sheet.of(file).orElseThrow();
    SheetMapping mapping = sheet.proposed();

    assertThat(mapping.kind()).isEqualTo("customers");
    assertThat(sheet.delimiter()).isEqualTo('\t');
    assertThat(Sheet.encoding(file)).isEqualTo("ISO-8859-1");
    assertThat(sheet.faults(mapping)).isEmpty();
    Customer customer = (Customer) records(sheet, mapping, file).getFirst();
    assertThat(customer.name()).isEqualTo("Müller");
    assertThat(customer.email()).isEqualTo("a@b.example");
    assertThat(customer.number()).isEqualTo("7");
  }

  @Test
  void whatIsMissingOrSaidTwiceIsNamed() {
    Sheet sheet = sheet("a;b;c;d\nx;y;z;w\n");
    SheetMapping mapping =
        new SheetMapping(
            "invoices",
            Map.of(1, "number", 2, "number", 3, "outstanding", 4, "paid"),
            "dd-MM-yyyy",
            ",",
            Map.of("currency", "EUR"),
            Map.of());

    assertThat(sheet.faults(mapping))
        .containsExactlyInAnyOrder(
            new SheetFault(Code.MISSING, "issueDate"),
            new SheetFault(Code.MISSING, "customerName"),
            new SheetFault(Code.TWICE, "number"),
            new SheetFault(Code.AMOUNTS, ""),
            new SheetFault(Code.OPEN_AND_PAID, ""));
  }

  @Test
  void onlyFilesWithTheSameFirstRowAndDelimiterAreReadByOneMapping() {
    byte[] print = sheet("Invoice;Date;Total;Customer\nA;2026-11-18;1.50;J\n").print();

    assertThat(MappedSheets.prints(bytes("invoice ;DATE;Total;Customer\nB;2026-11-19;2.50;K\n")))
        .anySatisfy(other -> assertThat(other).isEqualTo(print));
    assertThat(MappedSheets.prints(bytes("Invoice;Date;Customer;Total\nB;2026-11-19;K;2.50\n")))
        .noneSatisfy(other -> assertThat(other).isEqualTo(print));
    assertThat(MappedSheets.prints(bytes("Invoice,Date,Total,Customer\nB,2026-11-19,2.50,K\n")))
        .noneSatisfy(other -> assertThat(other).isEqualTo(print));
  }

  private static SheetMapping with(SheetMapping mapping, Map<String, String> constants) {
    return new SheetMapping(
        mapping.kind(),
        mapping.columns(),
        mapping.dates(),
        mapping.decimal(),
        constants,
        mapping.words());
  }

  private static List<CanonicalRecord> records(Sheet sheet, SheetMapping mapping, byte[] file)
      throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    MappedSheets.reader(sheet.description(mapping), file)
        .orElseThrow()
        .translator()
        .translate(new ByteArrayInputStream(file), "file.csv", records::add);
    return records;
  }

  private static Sheet sheet(String file) {
    return Sheet.of(bytes(file)).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
