package org.dunlin.work.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.dunlin.store.report.Column;
import org.dunlin.store.report.Report;
import org.dunlin.store.report.Reports.Row;
import org.joda.money.Money;

/** Rows of reports as the API says them. */
public final class ReportJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReportJson() {}

  /** A row by the names of its columns; what is not known is absent. */
  public static String row(Report report, Row row) {
    ObjectNode object = JSON.createObjectNode();
    List<Column> columns = report.columns();
    for (int at = 0; at < columns.size(); at++) {
      String key = columns.get(at).key();
      switch (row.values().get(at)) {
        case null -> {}
        case Money amount -> object.put(key, amount.getAmount().toPlainString());
        case BigDecimal number -> object.put(key, number);
        case Object other -> object.put(key, other.toString());
      }
    }
    return object.toString();
  }
}
