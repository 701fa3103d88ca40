package org.dunlin.work.report;

import org.dunlin.connectors.table.TableForm;

/** The forms of reports as files. */
public enum ReportForm {
  /** For programs. */
  CSV(TableForm.CSV),
  /** A workbook, for Excel and others. */
  XLSX(TableForm.XLSX);

  private final TableForm table;

  ReportForm(TableForm table) {
    this.table = table;
  }

  TableForm table() {
    return table;
  }

  /** As IANA has it. */
  public String mediaType() {
    return table.mediaType();
  }
}
