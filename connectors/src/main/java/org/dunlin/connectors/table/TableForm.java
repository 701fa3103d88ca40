package org.dunlin.connectors.table;

/** The forms of tables as files. */
public enum TableForm {
  /** RFC 4180 in UTF-8 with a byte order mark, decimal points, ISO 8601 days. */
  CSV("text/csv; charset=utf-8"),
  /** A workbook (ECMA-376), for Excel and others. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  TableForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As IANA has it. */
  public String mediaType() {
    return mediaType;
  }
}
