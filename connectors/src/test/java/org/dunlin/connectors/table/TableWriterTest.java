package org.dunlin.connectors.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
  @TempDir Path folder = Path.of("");

  private static byte[] table(TableForm form, Object... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.of(form, bytes)) {
      writer.begin("Report", List.of("a", "b", "c"));
      writer.row(Stream.of(values).map(Cell::of).toList());
    }
    return bytes.toByteArray();
  }

  private Map<String, String> parts(byte[] workbook) throws IOException {
    Path file = Files.write(folder.resolve("book.xlsx"), workbook);
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  @Test
  void csvIsForPrograms() throws IOException {
    assertThat(
            new String(
                table(
                    TableForm.CSV,
                    "Jansen, \"the\" baker",
                    Money.parse("EUR -1210.50"),
                    LocalDate.parse("2026-11-20")),
                UTF_8))
        .isEqualTo("\uFEFFa,b,c\r\n\"Jansen, \"\"the\"\" baker\",-1210.50,2026-11-20\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", " =1", "\t=1", "\uFF1D1"})
  void noTextIsEverAFormula(String text) throws IOException {
    assertThat(new String(table(TableForm.CSV, text, "x", "y"), UTF_8).lines().toList().get(1))
        .matches("\"?'.*");
    String sheet = sheet(table(TableForm.XLSX, text, "x", "y"));
    assertThat(sheet).contains("inlineStr").doesNotContain("<f>");
  }

  @Test
  void amountsAndDaysOfAWorkbookAreNumbersThatCanBeReckonedWith() throws IOException {
    String sheet =
        sheet(
            table(
                TableForm.XLSX,
                Money.parse("EUR 1210.50"),
                LocalDate.parse("2026-11-20"),
                Money.parse("JPY 7")));

    assertThat(sheet).contains("<v>1210.50</v>", "<v>7</v>");
    assertThat(sheet).doesNotContain("2026");
  }

  @Test
  void controlCharactersDoNotBreakTheWorkbook() throws IOException {
    assertThat(sheet(table(TableForm.XLSX, "a\u0001b\nc", "<&>", "y")))
        .contains("a b c", "&lt;&amp;&gt;");
  }

  @Test
  void furtherTablesAreFurtherSheets() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.of(TableForm.XLSX, bytes)) {
      writer.begin("One", List.of("a"));
      for (int i = 0; i < 2000; i++) {
        writer.row(List.of(Cell.of(i)));
      }
      writer.begin("Two", List.of("b"));
      writer.row(List.of(Cell.of("last")));
    }
    Map<String, String> parts = parts(bytes.toByteArray());

    assertThat(parts.get("xl/workbook.xml")).contains("One", "Two");
    assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>1999</v>");
    assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("last");
  }

  private String sheet(byte[] workbook) throws IOException {
    return String.valueOf(parts(workbook).get("xl/worksheets/sheet1.xml"));
  }
}
