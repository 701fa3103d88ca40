package org.dunlin.work.account;

import java.util.Locale;
import org.dunlin.connectors.table.TableForm;
import org.jspecify.annotations.Nullable;

/** The forms of a statement as a file. */
public enum AccountForm {
  /** A letter, for people. */
  PDF(null),
  /** A workbook, for Excel and others. */
  XLSX(TableForm.XLSX),
  /** For programs. */
  CSV(TableForm.CSV);

  private final @Nullable TableForm table;

  AccountForm(@Nullable TableForm table) {
    this.table = table;
  }

  @Nullable TableForm table() {
    return table;
  }

  /** As IANA has it. */
  public String mediaType() {
    TableForm form = table;
    return form == null ? "application/pdf" : form.mediaType();
  }

  /** How the names of its files end. */
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
