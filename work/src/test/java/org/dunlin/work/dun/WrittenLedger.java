package org.dunlin.work.dun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.dunning.CanonicalBooks;
import org.dunlin.core.dunning.DunningDays;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.RiskLevel;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Promise;
import org.dunlin.store.Stores;
import org.dunlin.store.record.Asked;
import org.dunlin.store.record.Listing;

/** The books of a company as its hub writes them in canonical lines, read back from those. */
final class WrittenLedger {
  private static final int ALL = 10_000;

  private final List<CanonicalRecord> records = new ArrayList<>();

  /** The books as they are, with what was done before a day. */
  WrittenLedger(Stores stores, String companyId, LocalDate before) {
    StringBuilder lines = new StringBuilder();
    write(lines, stores.companies().profile(companyId).company());
    all(companyId, stores.records().customers()).forEach(each -> write(lines, each));
    all(companyId, stores.records().invoices()).forEach(each -> write(lines, each));
    all(companyId, stores.records().payments()).forEach(each -> write(lines, each));
    all(companyId, stores.records().allocations()).forEach(each -> write(lines, each.allocation()));
    all(companyId, stores.records().actions()).stream()
        .filter(each -> each.state() != ActionState.HELD && each.on().isBefore(before))
        .forEach(each -> write(lines, each));
    stores.talk().standstills().standing(companyId).forEach(each -> write(lines, each.record()));
    read(lines.toString());
  }

  /** How risky {@code dunlin dun} takes the customers for on a day. */
  Map<String, RiskLevel> risksOn(LocalDate day) {
    return books(of(Company.class).getFirst()).risks(day, of(Promise.class));
  }

  /** What {@code dunlin dun} decides over it on a day. */
  List<Action> actionsOn(LocalDate day) {
    Company company = of(Company.class).getFirst();
    CanonicalBooks books = books(company);
    DunningFacts facts =
        new DunningFacts(
            company,
            of(Customer.class),
            books.open(),
            of(Action.class),
            of(Hold.class),
            of(Promise.class),
            of(Dispute.class),
            of(Arrangement.class),
            List.of(StandardPlan.plan()),
            Map.of());
    List<Action> actions = new ArrayList<>();
    new DunningDays(facts, books.settled(), books.plausiblyPaid(day)).each(day, day, actions::add);
    return actions;
  }

  private CanonicalBooks books(Company company) {
    return new CanonicalBooks(
        company,
        of(Customer.class),
        of(Invoice.class),
        of(Payment.class),
        of(Allocation.class),
        of(Adjustment.class));
  }

  private static <T> List<T> all(String companyId, Listing<T> list) {
    return list.page(new Asked(companyId, Map.of(), null, null, ALL)).items();
  }

  private static void write(StringBuilder lines, CanonicalRecord record) {
    lines.append(CanonicalWriter.line(record)).append('\n');
  }

  private void read(String lines) {
    try {
      new CanonicalReader("ledger")
          .read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> of(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
