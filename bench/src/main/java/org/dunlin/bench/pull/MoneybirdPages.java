package org.dunlin.bench.pull;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.LongFunction;

/**
 * Contacts and sales invoices as Moneybird's API answers them, in pages of 100. Of five invoices
 * four are paid by a bank transfer; which contact an invoice has is spread over all of them.
 *
 * @param contacts how many there are
 * @param invoices how many there are
 */
record MoneybirdPages(long contacts, long invoices) {
  private static final int SIZE = 100;

  private static final String CONTACT =
      """
      {"id": "%1$d", "administration_id": 1, "company_name": "Customer %1$d B.V.", "firstname": "",
       "lastname": "", "address1": "Havenstraat %2$d", "address2": "", "zipcode": "8011 AA",
       "city": "Zwolle", "country": "NL", "phone": "+31 38 1234567", "delivery_method": "Email",
       "customer_id": "D%1$d", "tax_number": "", "chamber_of_commerce": "%3$08d",
       "bank_account": "", "email": "ap%1$d@customer.example",
       "send_invoices_to_email": "", "sepa_active": false, "sepa_iban": "",
       "created_at": "2026-01-01T08:00:00.000Z", "updated_at": "2026-01-02T09:30:00.120Z",
       "version": 1767346200, "notes": [], "custom_fields": [], "contact_people": [],
       "archived": false}\
      """;

  private static final String INVOICE =
      """
      {"id": "%1$d", "administration_id": 1, "contact_id": "%2$d", "contact": %3$s,
       "contact_person_id": null, "contact_person": null, "invoice_id": "2026-%1$d",
       "recurring_sales_invoice_id": null, "workflow_id": "9", "document_style_id": "8",
       "identity_id": "7", "draft_id": null, "state": "%4$s", "invoice_date": "%5$s",
       "due_date": "%6$s", "payment_conditions": "Please pay within 30 days.",
       "payment_reference": "", "short_payment_reference": "", "reference": "PO-%1$d",
       "language": "nl", "currency": "EUR", "discount": "0.0", "original_sales_invoice_id": null,
       "paused": false, "paid_at": null, "sent_at": "%5$s", "created_at": "%5$sT09:00:00.000Z",
       "updated_at": "%5$sT09:00:01.500Z", "version": 1793005201,
       "details": [
        {"id": "1%1$d", "tax_rate_id": "3", "ledger_account_id": "4", "amount": "3 x",
         "amount_decimal": "3.0", "description": "Paper, boxed, as agreed", "price": "%7$s",
         "price_per_unit": "%7$s", "row_order": 1, "created_at": "%5$sT09:00:00.000Z"}],
       "payments": [%8$s],
       "total_paid": "%9$s", "total_unpaid": "%10$s", "total_unpaid_base": "%10$s",
       "prices_are_incl_tax": true, "total_price_excl_tax": "%7$s",
       "total_price_excl_tax_base": "%7$s", "total_price_incl_tax": "%7$s",
       "total_price_incl_tax_base": "%7$s", "total_discount": "0.0", "marked_dubious_on": null,
       "marked_uncollectible_on": null, "reminder_count": 0, "next_reminder": null,
       "url": "https://moneybird.example/1/external/%1$d",
       "payment_url": "https://moneybird.example/1/external/%1$d/pay", "custom_fields": [],
       "notes": [], "attachments": [], "events": [], "tax_totals": [], "time_entries": []}\
      """;

  private static final String PAYMENT =
      """
      {"id": "9%1$d", "administration_id": 1, "invoice_type": "SalesInvoice", "invoice_id": "%1$d",
       "financial_account_id": null, "user_id": 1, "payment_transaction_id": null,
       "transaction_identifier": null, "price": "%2$s", "price_base": "%2$s",
       "payment_date": "%3$s", "credit_invoice_id": null, "financial_mutation_id": null,
       "ledger_account_id": "61", "linked_payment_id": null,
       "manual_payment_action": "bank_transfer", "created_at": "%3$sT10:00:00.000Z",
       "updated_at": "%3$sT10:00:00.000Z"}\
      """;

  String contacts(int page) {
    return page(page, contacts, this::contact);
  }

  String invoices(int page) {
    return page(page, invoices, this::invoice);
  }

  private static String page(int page, long all, LongFunction<String> object) {
    StringJoiner list = new StringJoiner(",\n", "[", "]");
    long end = Math.min(all, (long) page * SIZE);
    for (long number = (page - 1L) * SIZE + 1; number <= end; number++) {
      list.add(object.apply(number));
    }
    return list.toString();
  }

  private String contact(long number) {
    return String.format(Locale.ROOT, CONTACT, number, number % 97, number);
  }

  private String invoice(long number) {
    long contact = 1 + number * 7919 % contacts;
    String issued = day(number);
    String amount = 10 + number % 9000 + "." + (10 + number % 90);
    boolean paid = number % 5 != 0;
    return String.format(
        Locale.ROOT,
        INVOICE,
        number,
        contact,
        contact(contact),
        paid ? "paid" : "open",
        issued,
        day(number + 1),
        amount,
        paid ? String.format(Locale.ROOT, PAYMENT, number, amount, issued) : "",
        paid ? amount : "0.0",
        paid ? "0.0" : amount);
  }

  private static String day(long number) {
    return String.format(Locale.ROOT, "2026-%02d-%02d", 1 + number % 11, 1 + number % 28);
  }
}
