package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Paged;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Debts;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** {@code reports/debtors}: what contacts owe at the end of a month. */
final class MoneybirdReports {
  private static final int USUAL = 50;
  private static final int MOST = 100;

  private final Books books;
  private final MoneybirdInvoiceJson json;

  MoneybirdReports(Books books, MoneybirdApi api, Clock clock) {
    this.books = books;
    this.json = new MoneybirdInvoiceJson(books, api.company(), clock);
  }

  void serve(MoneybirdApi api) {
    api.on("GET", "reports/debtors", this::debtors);
  }

  private Reply debtors(Ask ask) {
    int size = ask.query("per_page", USUAL);
    int page = ask.query("page", 1);
    if (page < 1 || size < 1 || size > MOST) {
      throw new Refusal(400, "per_page does not have a valid value");
    }
    LocalDate today = json.today();
    MoneybirdPeriod period = month(ask.query("period").orElse("this_month"), today);
    List<SalesDocument> documents =
        books.documents().all(document -> !document.draft().issued().isAfter(period.to()));
    List<Map.Entry<UUID, Money>> debts =
        List.copyOf(Debts.of(documents, books.sums(), today).open().entrySet());
    ObjectNode body = Json.object();
    ArrayNode debtors =
        Json.array(Paged.page(debts, (page - 1) * size, size, ask.twist()), this::debtor);
    body.set("debtors", debtors);
    return Reply.json(body);
  }

  private static MoneybirdPeriod month(String name, LocalDate today) {
    MoneybirdPeriod period = MoneybirdPeriod.of(name, today);
    if (!period.to().isBefore(period.from().plusMonths(1))) {
      throw new Refusal(400, "Period cannot exceed 1 month");
    }
    return period;
  }

  private ObjectNode debtor(Map.Entry<UUID, Money> debt) {
    ObjectNode debtor = Json.object();
    debtor.put("contact_id", MoneybirdIds.of(books.contacts().get(debt.getKey())));
    debtor.put("amount", MoneybirdFormats.amount(debt.getValue()));
    return debtor;
  }
}
