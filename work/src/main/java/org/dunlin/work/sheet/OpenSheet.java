package org.dunlin.work.sheet;

import java.util.List;
import org.dunlin.connectors.csv.Sheet;
import org.dunlin.core.sheet.SheetColumn;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.store.inbox.Delivery;

/**
 * A file whose columns somebody is asked about.
 *
 * @param head its first bytes
 * @param encoding of its text, as far as they show it
 * @param mapping what was said of such files before, else what is proposed
 * @param kept whether it was said before
 */
public record OpenSheet(
    Delivery delivery,
    Sheet sheet,
    byte[] head,
    String encoding,
    SheetMapping mapping,
    boolean kept) {
  /** What a column of a file of this kind may be, in the order of a form. */
  public static List<String> targets(String kind) {
    return Sheet.targets(kind);
  }

  /** Its columns that have a name. */
  public List<SheetColumn> columns() {
    return sheet.columns();
  }

  /** What stands between its columns. */
  public char delimiter() {
    return sheet.delimiter();
  }

  /** What its columns seem to mean where it is of this kind. */
  public SheetMapping proposed(String kind) {
    return sheet.proposed(kind);
  }

  /** How days may be written, as far as its first rows show. */
  public List<String> datePatterns(SheetMapping said) {
    return sheet.datePatterns(said);
  }

  /** What keeps it from being read so; nothing where it can be. */
  public List<SheetFault> faults(SheetMapping said) {
    return sheet.faults(said);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenSheet open && open.delivery.equals(delivery);
  }

  @Override
  public int hashCode() {
    return delivery.hashCode();
  }

  @Override
  public String toString() {
    return delivery.name();
  }
}
