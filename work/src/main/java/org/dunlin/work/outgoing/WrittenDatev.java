package org.dunlin.work.outgoing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.connectors.datev.ExtfFile;
import org.dunlin.connectors.datev.LedgerAccounts;
import org.dunlin.connectors.datev.MatchedPayments;
import org.dunlin.connectors.datev.MatchedPayments.Posted;
import org.dunlin.connectors.datev.Posting;
import org.dunlin.connectors.datev.PostingBatch;
import org.dunlin.connectors.outgoing.MatchedLine;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;

/** Writes matched payments of one fiscal year as postings of a DATEV Buchungsstapel. */
final class WrittenDatev {
  private final OutgoingSettings settings;
  private final PostingBatch batch;
  private final MatchedPayments payments;
  private final List<Written.Text> texts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private WrittenDatev(
      OutgoingSettings settings, Company company, List<MatchedLine> lines, LocalDateTime now) {
    this.settings = settings;
    List<LocalDate> days =
        lines.stream().map(each -> each.payment().bookingDate()).sorted().toList();
    this.batch =
        new PostingBatch(
            settings.whole("consultant"),
            settings.whole("client"),
            settings.fiscalYear(days.getFirst()),
            settings.whole("accountDigits"),
            days.getFirst(),
            days.getLast(),
            "Dunlin " + now.toLocalDate(),
            company.currency(),
            now);
    Map<String, Invoice> invoices = new HashMap<>();
    lines.forEach(line -> invoices.put(line.invoice().id(), line.invoice()));
    this.payments =
        new MatchedPayments(
            batch,
            new LedgerAccounts(settings.banks(), debtors(lines), settings.differences()),
            invoices);
  }

  /**
   * The file of the earliest fiscal year of which something can be posted; later ones are left for
   * another.
   *
   * @param now in the company's time zone
   */
  static Written of(
      OutgoingSettings settings,
      Company company,
      String name,
      List<MatchedLine> lines,
      LocalDateTime now) {
    Map<LocalDate, List<MatchedLine>> years =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> settings.fiscalYear(line.payment().bookingDate()),
                    TreeMap::new,
                    Collectors.toList()));
    KeptFile kept = new KeptFile("", ExtfFile.CHARSET.name(), "");
    List<Problem> problems = new ArrayList<>();
    for (List<MatchedLine> ofYear : years.values()) {
      WrittenDatev all = new WrittenDatev(settings, company, ofYear, now);
      ExtfFile file = new ExtfFile(all.batch);
      all.write(file, ofYear);
      problems.addAll(all.problems);
      if (!all.texts.isEmpty()) {
        kept = new KeptFile("EXTF_" + name + ".csv", ExtfFile.CHARSET.name(), file.head());
        return new Written(kept, all.texts, problems);
      }
    }
    return new Written(kept, List.of(), problems);
  }

  /**
   * A number of a customer is a debtor account where it has one digit more than ledger accounts.
   */
  private Map<String, String> debtors(List<MatchedLine> lines) {
    Map<String, String> debtors = new HashMap<>();
    String form = "[1-9][0-9]{" + settings.whole("accountDigits") + "}";
    for (MatchedLine line : lines) {
      Customer customer = line.customer();
      if (customer.number() != null && customer.number().matches(form)) {
        debtors.put(line.invoice().customerId(), customer.number());
      }
    }
    return debtors;
  }

  private void write(ExtfFile file, List<MatchedLine> lines) {
    Map<String, List<MatchedLine>> byPayment = new LinkedHashMap<>();
    for (MatchedLine line : lines) {
      byPayment
          .computeIfAbsent(line.payment().id() + line.undone(), id -> new ArrayList<>())
          .add(line);
    }
    byPayment.values().forEach(ofOne -> write(file, ofOne, posted(ofOne)));
  }

  private List<Posted> posted(List<MatchedLine> ofOne) {
    return ofOne.stream()
        .map(line -> payments.of(line.payment(), List.of(line.allocation()), line.adjustments()))
        .toList();
  }

  /** A payment is posted with all that is told of it, or not at all. */
  private void write(ExtfFile file, List<MatchedLine> ofOne, List<Posted> posted) {
    List<Problem> wrong = posted.stream().flatMap(each -> each.problems().stream()).toList();
    if (!wrong.isEmpty()) {
      problems.addAll(wrong);
      return;
    }
    for (int i = 0; i < ofOne.size(); i++) {
      MatchedLine line = ofOne.get(i);
      List<Posting> postings = posted.get(i).postings();
      texts.add(
          new Written.Text(
              line,
              file.lines(
                  line.undone() ? postings.stream().map(Posting::reversed).toList() : postings)));
    }
  }
}
