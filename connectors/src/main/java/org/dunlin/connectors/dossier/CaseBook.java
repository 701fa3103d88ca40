package org.dunlin.connectors.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The facts of a case as a workbook (ECMA-376). */
public final class CaseBook {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> INVOICE =
      List.of(
          "number",
          "issueDate",
          "dueDate",
          "currency",
          "total",
          "open",
          "paymentReference",
          "orderReference");
  private static final List<String> CLAIM =
      List.of("kind", "amount", "currency", "from", "to", "rate", "law", "source");
  private static final Set<String> DATES = Set.of("issueDate", "dueDate", "from", "to");
  private static final Set<String> AMOUNTS = Set.of("total", "open", "amount");

  private CaseBook() {}

  /**
   * The workbook.
   *
   * @param json with {@code company}, {@code customer}, {@code invoices} and {@code claims}, as
   *     canonical records
   */
  public static byte[] of(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Dunlin", "1.0")) {
      JsonNode facts = JSON.readTree(json);
      parties(book.newWorksheet("Case"), facts);
      lines(book.newWorksheet("Invoices"), INVOICE, facts.path("invoices"));
      lines(book.newWorksheet("Claims"), CLAIM, facts.path("claims"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a case is JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void parties(Worksheet sheet, JsonNode facts) {
    sheet.width(0, 22);
    sheet.width(1, 48);
    int row = 0;
    row = pair(sheet, row, "date", facts.path("on"));
    row = pair(sheet, row, "creditor", facts.path("company").path("name"));
    JsonNode customer = facts.path("customer");
    for (String name :
        List.of("number", "name", "email", "phone", "vatNumber", "registrationNumber")) {
      row = pair(sheet, row, name, customer.path(name));
    }
    for (String name : List.of("street", "postalCode", "city", "country")) {
      row = pair(sheet, row, name, customer.path("address").path(name));
    }
    for (JsonNode problem : facts.path("claimProblems")) {
      row = pair(sheet, row, "claim problem", problem);
    }
  }

  private static int pair(Worksheet sheet, int row, String name, JsonNode value) {
    if (value.isMissingNode()) {
      return row;
    }
    sheet.value(row, 0, name);
    sheet.style(row, 0).bold().set();
    sheet.value(row, 1, value.asText());
    return row + 1;
  }

  private static void lines(Worksheet sheet, List<String> columns, JsonNode lines) {
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, 16);
    }
    sheet.freezePane(0, 1);
    int row = 1;
    for (JsonNode line : lines) {
      for (int column = 0; column < columns.size(); column++) {
        cell(sheet, row, column, columns.get(column), line.path(columns.get(column)));
      }
      row++;
    }
  }

  private static void cell(Worksheet sheet, int row, int column, String name, JsonNode value) {
    if (value.isMissingNode()) {
      return;
    }
    if (AMOUNTS.contains(name)) {
      sheet.value(row, column, new BigDecimal(value.asText()));
      sheet.style(row, column).format("#,##0.00").set();
    } else if (DATES.contains(name)) {
      sheet.value(row, column, LocalDate.parse(value.asText()));
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else {
      sheet.value(row, column, value.asText());
    }
  }
}
