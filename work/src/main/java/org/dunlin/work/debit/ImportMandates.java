package org.dunlin.work.debit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.connectors.csv.NamedRows;
import org.dunlin.connectors.csv.NamedRows.Named;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.debit.KeptMandate.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Reads mandates from a CSV file with the columns customer (number, id or name), reference, scheme,
 * iban, bic, holder, signed, once, confirmed and last: days as 2026-11-24, yes where a column asks.
 * What stands there already is left as it is, so that the same file may come twice.
 */
public final class ImportMandates {
  private static final int MOST_ROWS = 20_000;

  private final Stores stores;
  private final Mandates mandates;

  /** Over these stores. */
  public ImportMandates(Stores stores) {
    this.stores = stores;
    this.mandates = new Mandates(stores);
  }

  /**
   * What became of the rows.
   *
   * @param added how many are new; in a dry run, how many would be
   * @param there how many were there already
   */
  public record Imported(int added, int there, List<Fault> faults) {}

  /**
   * A row that is not taken.
   *
   * @param column of which something is wrong
   * @param refusal why; absent where the sentence is all there is
   */
  public record Fault(int line, String column, @Nullable Refusal refusal, String sentence) {}

  /**
   * Takes the rows that stand and says what is wrong with the others.
   *
   * @param dry only says what would become of them
   * @throws IllegalArgumentException where it is no CSV file
   */
  public Imported take(String companyId, byte[] file, boolean dry, String by) {
    List<Named> rows = NamedRows.of(file);
    NotTaken.unless(rows.size() <= MOST_ROWS, Refusal.TOO_LONG);
    return stores
        .transactions()
        .in(
            () -> {
              LocalDate today =
                  stores.companies().businessDate(stores.companies().profile(companyId));
              List<Fault> faults = new ArrayList<>();
              Set<String> seen = new HashSet<>();
              int added = 0;
              int there = 0;
              for (Named row : rows) {
                try {
                  Mandates.Entered entered = entered(companyId, row);
                  KeptMandate kept =
                      mandates.checked(companyId, entered, Origin.IMPORTED, by, today);
                  if (isThere(companyId, kept)) {
                    there++;
                    continue;
                  }
                  boolean free =
                      seen.add(kept.mandate().reference())
                          && stores
                              .debits()
                              .mandates()
                              .named(companyId, kept.mandate().reference())
                              .isEmpty();
                  NotTaken.unless(free, Refusal.TAKEN);
                  if (!dry) {
                    mandates.enterNow(companyId, entered, Origin.IMPORTED, by, today);
                  }
                  added++;
                } catch (NotTaken refused) {
                  faults.add(
                      new Fault(
                          row.line(),
                          column(refused.refusal()),
                          refused.refusal(),
                          refused.refusal().sentence()));
                } catch (WrongCell wrong) {
                  faults.add(new Fault(row.line(), wrong.column, null, "" + wrong.getMessage()));
                }
              }
              return new Imported(added, there, faults);
            });
  }

  private boolean isThere(String companyId, KeptMandate kept) {
    return stores
        .debits()
        .mandates()
        .named(companyId, kept.mandate().reference())
        .filter(other -> other.mandate().customerId().equals(kept.mandate().customerId()))
        .filter(other -> kept.mandate().signedOn().equals(other.mandate().signedOn()))
        .isPresent();
  }

  private Mandates.Entered entered(String companyId, Named row) {
    String reference = row.of("reference").orElseThrow(() -> WrongCell.missing("reference"));
    return new Mandates.Entered(
        customer(companyId, row),
        reference,
        scheme(row),
        row.of("iban").orElseThrow(() -> WrongCell.missing("iban")),
        row.of("bic").orElse(null),
        row.of("holder").orElseThrow(() -> WrongCell.missing("holder")),
        day(row, "signed").orElseThrow(() -> WrongCell.missing("signed")),
        yes(row, "once"),
        day(row, "confirmed").orElse(null),
        day(row, "last").orElse(null));
  }

  private UUID customer(String companyId, Named row) {
    String text = row.of("customer").orElseThrow(() -> WrongCell.missing("customer"));
    List<Customer> named = stores.customerFiles().named(companyId, text);
    if (named.size() > 1) {
      throw new WrongCell(
          "customer", "Several customers are called " + text + "; give the id of the one meant.");
    }
    NotTaken.unless(!named.isEmpty(), Refusal.NO_CUSTOMER);
    return UUID.fromString(named.getFirst().id());
  }

  private static MandateScheme scheme(Named row) {
    String word = row.of("scheme").orElse("CORE").toUpperCase(Locale.ROOT);
    return switch (word) {
      case "CORE" -> MandateScheme.CORE;
      case "B2B" -> MandateScheme.B2B;
      default -> throw new WrongCell("scheme", "The scheme is CORE or B2B, and not " + word + ".");
    };
  }

  private static boolean yes(Named row, String column) {
    String word = row.of(column).orElse("no").toLowerCase(Locale.ROOT);
    return switch (word) {
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default -> throw new WrongCell(column, "Write yes or no.");
    };
  }

  private static Optional<LocalDate> day(Named row, String column) {
    try {
      return row.of(column).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new WrongCell(column, "Write the day as in 2026-11-24.");
    }
  }

  private static String column(Refusal refusal) {
    return switch (refusal) {
      case NO_CUSTOMER -> "customer";
      case WRONG_IBAN, NOT_IN_SEPA -> "iban";
      case WRONG_BIC -> "bic";
      case NO_HOLDER -> "holder";
      case WRONG_REFERENCE, TAKEN -> "reference";
      case NOT_A_BUSINESS -> "scheme";
      case NOT_SIGNED_YET, LAPSED -> "signed";
      case NO_CREDITOR,
          WRONG_CREDITOR,
          NOT_THERE,
          ENDED,
          SAME,
          WRONG_RULES,
          NOT_LIVE,
          FACTS_TO_COME,
          NOT_COVERED,
          NOT_READ,
          NOTHING_LEFT,
          NO_LANGUAGE_TEXT,
          TOO_LONG ->
          "";
    };
  }

  /** A cell that does not say what its column asks for. */
  private static final class WrongCell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;

    WrongCell(String column, String sentence) {
      super(sentence);
      this.column = column;
    }

    static WrongCell missing(String column) {
      return new WrongCell(column, "The column " + column + " is empty; fill it in.");
    }
  }
}
