package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.jspecify.annotations.Nullable;

/** {@code crm/Accounts} and their sync. */
final class ExactAccounts {
  private final Books books;
  private final ExactCompany company;

  ExactAccounts(Books books, ExactCompany company) {
    this.books = books;
    this.company = company;
  }

  void serve(ExactApi api) {
    api.rows(new EntitySet("crm/Accounts", "Account", "ID", EntitySet.SINGLE, this::rows));
    api.rows(
        new EntitySet(
            "sync/CRM/Accounts",
            "SyncAccount",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(rows())));
  }

  private List<ObjectNode> rows() {
    return books.contacts().all().stream().map(this::row).toList();
  }

  private ObjectNode row(Contact contact) {
    Customer customer = contact.customer();
    Address address = customer.address();
    Integer days = customer.paymentTermDays();
    return Row.of(company, contact.stamp())
        .timestamp(contact.stamp(), 0)
        .put("ID", contact.id())
        .put("Code", code(contact))
        .put("Name", customer.name())
        .put("Email", customer.email())
        .put("Phone", customer.phone())
        .put("AddressLine1", address == null ? null : address.street())
        .put("Postcode", address == null ? null : address.postalCode())
        .put("City", address == null ? null : address.city())
        .put("Country", country(address))
        .put(
            "Language",
            customer.language() == null ? null : customer.language().toUpperCase(Locale.ROOT))
        .put("VATNumber", customer.vatNumber())
        .put("ChamberOfCommerce", customer.registrationNumber())
        .put("PaymentConditionSales", days == null ? null : days.toString())
        .put("PaymentConditionSalesDescription", days == null ? null : days + " dagen")
        .put("IsSales", true)
        .put("IsSupplier", false)
        .put("Blocked", contact.archived())
        .put("Status", "C")
        .put("Type", "A")
        .put("SalesCurrency", company.currency().getCode())
        .json();
  }

  /** Codes are 18 characters wide, with spaces before the digits. */
  static String code(Contact contact) {
    String number = contact.customer().number();
    String digits = number == null ? "" : number.replaceAll("\\D", "");
    return String.format(
        Locale.ROOT, "%18s", digits.isEmpty() ? Long.toString(contact.stamp().serial()) : digits);
  }

  private static String country(@Nullable Address address) {
    return address == null || address.country() == null ? "NL" : address.country();
  }
}
