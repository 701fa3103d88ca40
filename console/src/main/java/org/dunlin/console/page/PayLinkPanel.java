package org.dunlin.console.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Stores;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.pay.PaymentLinks;
import org.jspecify.annotations.Nullable;

/**
 * Payment links as the pages of a customer and of its invoices show them.
 *
 * @param invoiceId the invoice whose page it is; absent on the customer's
 * @param owes whether something is open that could be paid
 * @param links the latest first
 */
public record PayLinkPanel(
    UUID customerId, @Nullable UUID invoiceId, boolean owes, List<Line> links) {
  /** So many at most. */
  static final int MOST = 10;

  public PayLinkPanel {
    links = List.copyOf(links);
  }

  /**
   * A link, with what people tell it from others by.
   *
   * @param lastDay on which it can be paid
   * @param customer the name of whose it is
   * @param numbers of its invoices, as many as are shown
   * @param more how many invoices beside these
   */
  public record Line(
      PaymentLink link, LocalDate lastDay, String customer, List<String> numbers, int more) {
    private static final int SHOWN = 5;

    public Line {
      numbers = List.copyOf(numbers);
    }
  }

  static List<Line> lines(Stores stores, PaymentLinks links, String company, List<KeptLink> kept) {
    List<Line> lines = new ArrayList<>();
    for (KeptLink each : kept) {
      PaymentLink link = links.shown(company, List.of(each)).getFirst();
      List<String> numbers =
          link.invoiceIds().stream()
              .limit(Line.SHOWN)
              .map(id -> stores.invoices().find(company, UUID.fromString(id)).orElseThrow())
              .map(state -> state.invoice().number())
              .toList();
      lines.add(
          new Line(
              link,
              each.expiresOn(),
              stores
                  .customers()
                  .find(company, UUID.fromString(link.customerId()))
                  .orElseThrow()
                  .name(),
              numbers,
              link.invoiceIds().size() - numbers.size()));
    }
    return lines;
  }
}
