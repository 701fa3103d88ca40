package org.dunlin.work.pay;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.pain.TransferFile;
import org.dunlin.connectors.pain.TransferWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.CreditNoteRefunds.Order;
import org.dunlin.store.ledger.CreditNoteRefunds.OrderState;
import org.dunlin.work.outgoing.FileText;
import org.joda.money.CurrencyUnit;

/** The file of an order, drawn from what is kept of it: the same each time. */
final class RefundFile {
  private RefundFile() {}

  static boolean possible(Order order) {
    return order.state() == OrderState.OPEN
        && order.iban() != null
        && order.amount().getCurrencyUnit().equals(CurrencyUnit.EUR);
  }

  static Optional<FileText> of(
      Stores stores, CompanyProfile profile, Order order, String creditNote) {
    Optional<String> from =
        profile.company().accounts().stream()
            .map(AccountId::iban)
            .filter(Objects::nonNull)
            .findFirst();
    Optional<String> name =
        stores.customers().find(profile.id(), order.customer()).map(customer -> customer.name());
    if (!possible(order) || from.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    TransferFile file =
        new TransferFile(
            order.reference(),
            order.on().atTime(LocalTime.NOON),
            profile.company().name(),
            from.get(),
            order.on(),
            order.amount(),
            name.get(),
            Objects.requireNonNull(order.iban()),
            order.reference(),
            creditNote);
    return Optional.of(
        new FileText(
            "refund-" + name(order.id()) + ".xml",
            TransferWriter.write(file),
            StandardCharsets.UTF_8));
  }

  private static String name(UUID order) {
    return order.toString().replace("-", "");
  }
}
