package org.dunlin.core.dunning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.Action;
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

/** A ledger in canonical JSON Lines, dunned day after day as {@code dunlin dun --until} does. */
final class LedgerDays {
  private static final String COMPANY =
      """
      {"type":"company","id":"acme","name":"Acme B.V.","country":"NL","timeZone":"Europe/Amsterdam","currency":"EUR"}
      {"type":"customer","id":"c-1","name":"Bakkerij Jansen","email":"ap@example.nl","phone":"+31201234567","address":{"street":"Dam 1","city":"Amsterdam","country":"NL"}}
      """;

  private final List<CanonicalRecord> records = new ArrayList<>();

  /** The ledger of these lines, with the company acme and its customer c-1 before them. */
  static LedgerDays of(String... lines) {
    LedgerDays ledger = new LedgerDays();
    byte[] text = (COMPANY + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      new CanonicalReader("ledger").read(new ByteArrayInputStream(text), ledger.records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ledger;
  }

  static String invoice(String id, String due, String amount) {
    return invoice(id, due, amount, "EUR", "");
  }

  static String invoice(String id, String due, String amount, String currency, String more) {
    return """
    {"type":"invoice","id":"%s","number":"N-%s","kind":"INVOICE","customerId":"c-1","issueDate":"%s","dueDate":"%s","currency":"%s","total":"%s","outstanding":"%s","status":"OPEN"%s}"""
        .formatted(id, id, LocalDate.parse(due).minusDays(30), due, currency, amount, amount, more);
  }

  static String creditNote(String id, String issued, String amount) {
    return """
    {"type":"invoice","id":"%s","number":"N-%s","kind":"CREDIT_NOTE","customerId":"c-1","issueDate":"%s","currency":"EUR","total":"%s","outstanding":"%s","status":"OPEN"}"""
        .formatted(id, id, issued, amount, amount);
  }

  static String payment(String id, String kind, String on, String amount, String more) {
    return """
    {"type":"payment","id":"%s","kind":"%s","direction":"%s","bookingDate":"%s","amount":"%s","currency":"EUR"%s}"""
        .formatted(id, kind, kind.equals("RETURN") ? "OUT" : "IN", on, amount, more);
  }

  static String allocation(String from, String invoice, String amount, String decision) {
    return """
    {"type":"allocation",%s,"invoiceId":"%s","amount":"%s","decision":"%s"}"""
        .formatted(from, invoice, amount, decision);
  }

  static String action(String state, String step, String on, String invoice, String due) {
    return """
    {"type":"action","id":"a-%s","customerId":"c-1","plan":"test","step":"%s","channel":"EMAIL","on":"%s","state":"%s","items":[{"invoiceId":"%s","dueDate":"%s","step":"%s","amount":"100.00","currency":"EUR"}],"holds":[]}"""
        .formatted(invoice + step, step, on, state, invoice, due, step);
  }

  /** What each action says: day, state, step, and its invoices with what is asked for. */
  List<String> run(Plan plan, String first, String last) {
    List<String> lines = new ArrayList<>();
    days(plan, last)
        .each(LocalDate.parse(first), LocalDate.parse(last), action -> lines.add(line(action)));
    return lines;
  }

  private DunningDays days(Plan plan, String last) {
    Company company = all(Company.class).getFirst();
    CanonicalBooks books =
        new CanonicalBooks(
            company,
            all(Customer.class),
            all(Invoice.class),
            all(Payment.class),
            all(Allocation.class),
            all(Adjustment.class));
    DunningFacts facts =
        new DunningFacts(
            company,
            all(Customer.class),
            books.open(),
            all(Action.class),
            all(Hold.class),
            all(Promise.class),
            all(Dispute.class),
            all(Arrangement.class),
            List.of(plan),
            Map.of());
    return new DunningDays(facts, books.settled(), books.plausiblyPaid(LocalDate.parse(last)));
  }

  private <T> List<T> all(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String line(Action action) {
    TreeSet<String> items = new TreeSet<>();
    action.items().forEach(each -> items.add(each.invoiceId() + " " + each.amount()));
    TreeSet<String> holds = new TreeSet<>();
    action.holds().forEach(each -> holds.add(each.reason().name()));
    return "%s %s %s %s%s"
        .formatted(
            action.on(),
            action.state(),
            action.step(),
            String.join(", ", items),
            holds.isEmpty() ? "" : " " + holds);
  }
}
