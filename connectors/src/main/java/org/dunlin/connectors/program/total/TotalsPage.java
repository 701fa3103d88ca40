package org.dunlin.connectors.program.total;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.core.port.HttpReply;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a page of what customers owe. A row that cannot be read refuses it: a sum has no gaps. */
public record TotalsPage(Program program, Totals totals) {
  /** What the answer has brought, where it was one that can be read. */
  public TotalsRead read(PullState state, HttpReply reply, Facts facts) {
    return switch (Pull.of(program, totals).read(state, reply, facts)) {
      case PageRead.Refused(String sentence) -> new TotalsRead.Refused(sentence);
      case PageRead.Page page -> rows(reply, facts, page.next());
    };
  }

  private TotalsRead rows(HttpReply reply, Facts facts, @Nullable PullState next) {
    try {
      JsonNode body = Json.read(reply.body());
      List<TotalsRow> rows = new ArrayList<>();
      if (!body.isMissingNode()) {
        for (JsonNode row : totals.rows().records().of(body, facts)) {
          if (!row.isNull()) {
            rows.add(row(row, facts));
          }
        }
      }
      rows.removeIf(row -> row.outstanding().isZero());
      return new TotalsRead.Page(rows, total(body, facts), next);
    } catch (MappingFailed | ArithmeticException | IllegalArgumentException e) {
      return new TotalsRead.Refused(
          program.manifest().name() + ", totals: " + String.valueOf(e.getMessage()));
    }
  }

  private TotalsRow row(JsonNode row, Facts facts) {
    String customer = text(totals.customer(), row, facts).orElse("");
    String name =
        Optional.ofNullable(totals.name()).flatMap(named -> text(named, row, facts)).orElse(null);
    CurrencyUnit currency =
        totals.currency() == null
            ? ofCompany(facts)
            : currency(text(totals.currency(), row, facts).orElse(""));
    return new TotalsRow(
        text(totals.rows().key(), row, facts).orElseThrow(),
        customer,
        name,
        money(currency, totals.outstanding(), row, facts));
  }

  private @Nullable Money total(JsonNode body, Facts facts) {
    Selector total = totals.total();
    return total == null || text(total, body, facts).isEmpty()
        ? null
        : money(ofCompany(facts), total, body, facts);
  }

  private static Money money(CurrencyUnit currency, Selector selector, JsonNode of, Facts facts) {
    String amount = text(selector, of, facts).orElse("");
    try {
      return Money.of(currency, new BigDecimal(amount));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("at " + selector + " there is no amount.", e);
    }
  }

  private static CurrencyUnit ofCompany(Facts facts) {
    return currency(facts.value("company.currency").map(Value::plain).orElse(""));
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException("a row is in no currency that is known.", e);
    }
  }

  /** Some programs say false where they have nothing. */
  private static Optional<String> text(Selector selector, JsonNode of, Facts facts) {
    JsonNode found = selector.of(of, facts);
    return found.isBoolean() ? Optional.empty() : Json.text(found);
  }
}
