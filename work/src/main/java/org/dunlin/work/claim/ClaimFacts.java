package org.dunlin.work.claim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.claim.Agreed;
import org.dunlin.core.claim.Applicable;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.InvoiceDebts;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.claim.ClaimTerms;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of some invoices that claims rest on.
 *
 * @param settled what is known of payments
 * @param received when what a law asks for was received, by invoice and due date
 */
record ClaimFacts(
    Company company,
    ClaimTerms terms,
    Rates rates,
    Map<UUID, List<PartPayment>> settled,
    Map<UUID, Map<LocalDate, LocalDate>> received) {

  static ClaimFacts of(
      Stores stores, Company company, LocalDate today, Collection<UUID> invoiceIds) {
    ClaimTerms terms = stores.claims().terms().of(company.id());
    return new ClaimFacts(
        company,
        terms,
        rates(terms.rates()),
        stores.claims().settlements().of(company.id(), invoiceIds),
        stores.claims().stated().received(company.id(), invoiceIds, today));
  }

  /** The rates that a company gave, and the carried ones where it gave none. */
  static Rates rates(String given) {
    if (given.isBlank()) {
      return Rates.carried();
    }
    try (ByteArrayInputStream file =
        new ByteArrayInputStream(given.getBytes(StandardCharsets.UTF_8))) {
      return Rates.read(file, "rates").over(Rates.carried());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The debts of an invoice of which so much is asked for. */
  InvoiceDebts debts(Invoice invoice, Money open, Customer customer) {
    UUID id = UUID.fromString(invoice.id());
    return InvoiceDebts.of(
        invoice,
        open,
        customer,
        company,
        settled.getOrDefault(id, List.of()),
        received.getOrDefault(id, Map.of()),
        agreed(customer, List.of()));
  }

  /** What terms say to this customer; an agreed rate is one between businesses. */
  Agreed agreed(Customer customer, List<Agreed.Fee> fees) {
    return new Agreed(agreedRate(customer), null, fees);
  }

  private @Nullable BigDecimal agreedRate(Customer customer) {
    return switch (Debtor.of(customer.consumer())) {
      case BUSINESS -> terms.agreedRate();
      case CONSUMER -> null;
    };
  }

  /** Whether the law counts only as far as terms say, and nobody said that they do. */
  boolean lacksTerms(Customer customer) {
    return Applicable.of(company, customer).needsTerms() && !terms.consumerClause();
  }
}
