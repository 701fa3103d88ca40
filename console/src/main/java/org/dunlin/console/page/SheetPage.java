package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.work.sheet.OpenSheet;
import org.dunlin.work.sheet.TiedOut;
import org.dunlin.work.translate.Tried;
import org.jspecify.annotations.Nullable;

/**
 * The page of one file and its columns.
 *
 * @param mapping as it is proposed, was kept, or is being said
 * @param faults what it lacks
 * @param first what the first rows become
 * @param tried what would become of all of it; absent until somebody tries it
 * @param tiedOut the file held against the ledger; absent until it was read
 * @param accounts the company's own, of which a file may be
 */
public record SheetPage(
    OpenSheet open,
    SheetMapping mapping,
    List<SheetFault> faults,
    List<CanonicalRecord> first,
    @Nullable Tried tried,
    @Nullable TiedOut tiedOut,
    List<String> accounts) {
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd",
          "dd-MM-yyyy",
          "dd.MM.yyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "yyyyMMdd",
          "d-M-yyyy",
          "d.M.yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "dd.MM.yy",
          "dd/MM/yy",
          "dd-MM-yy");

  /** Kinds of files, in the order of a form. */
  public static final List<String> KINDS = List.of("invoices", "customers", "statement");

  /** What a column may be. */
  public List<String> targets() {
    return OpenSheet.targets(mapping.kind());
  }

  /** What a column of this number is; empty where it is not read. */
  public String target(int column) {
    return mapping.columns().getOrDefault(column, "");
  }

  /** How days may be written: as the file shows first, then the usual ways. */
  public List<String> patterns() {
    Set<String> patterns = new LinkedHashSet<>(open.datePatterns(mapping));
    if (!mapping.dates().isEmpty()) {
      patterns.add(mapping.dates());
    }
    patterns.addAll(PATTERNS);
    return new ArrayList<>(patterns);
  }

  /** What is asked where no column says it. */
  public List<String> constants() {
    return SheetForm.constants(mapping.kind()).stream().filter(each -> !mapping.has(each)).toList();
  }

  /** The columns of words that somebody must tell apart, with their meanings. */
  public Map<String, List<String>> meanings() {
    Map<String, List<String>> asked = SheetForm.meanings();
    asked.keySet().removeIf(each -> !mapping.has(each));
    return asked;
  }

  /** What stands between columns, as a person reads it. */
  public String delimiter() {
    return open.delimiter() == '\t' ? "TAB" : String.valueOf(open.delimiter());
  }

  /** Whether days and amounts are asked for. */
  public boolean dated() {
    return !mapping.kind().equals("customers");
  }

  /** Whether it may be tried and imported. */
  public boolean sound() {
    return faults.isEmpty();
  }
}
