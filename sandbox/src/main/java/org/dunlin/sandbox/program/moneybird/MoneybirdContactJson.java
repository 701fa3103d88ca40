package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Signature;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.jspecify.annotations.Nullable;

/** A contact in Moneybird's words. */
final class MoneybirdContactJson {
  private final Books books;
  private final MoneybirdCompany company;

  MoneybirdContactJson(Books books, MoneybirdCompany company) {
    this.books = books;
    this.company = company;
  }

  /** A contact by itself, with its events. */
  ObjectNode full(Contact contact) {
    ObjectNode json = inInvoice(contact);
    json.putArray("events");
    return json;
  }

  /** A contact as an invoice holds it. */
  ObjectNode inInvoice(Contact contact) {
    Customer customer = contact.customer();
    Address address = customer.address();
    String email = customer.email() == null ? "" : customer.email();
    ObjectNode json = Json.object();
    json.put("id", MoneybirdIds.of(contact));
    json.put("administration_id", company.administration());
    json.put("company_name", customer.name());
    json.put("firstname", "");
    json.put("lastname", "");
    json.put("address1", of(address, Address::street));
    json.put("address2", "");
    json.put("zipcode", of(address, Address::postalCode));
    json.put("city", of(address, Address::city));
    json.put("country", Optional.ofNullable(of(address, Address::country)).orElse("NL"));
    json.put("phone", customer.phone() == null ? "" : customer.phone());
    json.put("delivery_method", "Email");
    json.put("customer_id", number(contact));
    json.put("tax_number", customer.vatNumber() == null ? "" : customer.vatNumber());
    json.put(
        "chamber_of_commerce",
        customer.registrationNumber() == null ? "" : customer.registrationNumber());
    json.put("bank_account", customer.ibans().isEmpty() ? "" : customer.ibans().getFirst());
    json.put("is_trusted", false);
    json.putNull("max_transfer_amount");
    json.put("attention", "");
    json.put("email", email);
    json.put("email_ubl", true);
    json.put("send_invoices_to_attention", "");
    json.put("send_invoices_to_email", email);
    json.put("send_estimates_to_attention", "");
    json.put("send_estimates_to_email", email);
    sepa(json);
    json.put("created_at", MoneybirdFormats.moment(contact.stamp().created()));
    json.put("updated_at", MoneybirdFormats.moment(contact.stamp().changed()));
    json.put("version", MoneybirdIds.version(contact.stamp()));
    json.put("sales_invoices_url", portal(contact));
    json.set(
        "notes",
        Json.array(
            books.notes().all(note -> note.subject().equals(contact.id())),
            note -> MoneybirdNotes.json(company, note, MoneybirdIds.of(contact), "Contact")));
    json.putArray("custom_fields");
    json.putArray("contact_people");
    json.put("archived", contact.archived());
    return json;
  }

  private static void sepa(ObjectNode json) {
    json.put("sepa_active", false);
    json.put("sepa_iban", "");
    json.put("sepa_iban_account_name", "");
    json.put("sepa_bic", "");
    json.put("sepa_mandate_id", "");
    json.putNull("sepa_mandate_date");
    json.put("sepa_sequence_type", "RCUR");
    json.put("credit_card_number", "");
    json.put("credit_card_reference", "");
    json.putNull("credit_card_type");
    json.putNull("tax_number_validated_at");
    json.putNull("tax_number_valid");
    json.putNull("invoice_workflow_id");
    json.putNull("estimate_workflow_id");
    json.put("si_identifier", "");
    json.putNull("si_identifier_type");
    json.put("moneybird_payments_mandate", false);
  }

  static String number(Contact contact) {
    String number = contact.customer().number();
    return number == null ? Long.toString(contact.stamp().serial()) : number;
  }

  private String portal(Contact contact) {
    byte[] hash = Signature.of("portal", contact.id().toString().getBytes(StandardCharsets.UTF_8));
    return "https://moneybird.com/%d/sales_invoices/%s/all"
        .formatted(company.administration(), HexFormat.of().formatHex(hash));
  }

  private static @Nullable String of(
      @Nullable Address address, Function<Address, @Nullable String> part) {
    return address == null ? null : part.apply(address);
  }
}
