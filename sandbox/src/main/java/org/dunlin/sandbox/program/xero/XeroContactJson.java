package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Contact;
import org.jspecify.annotations.Nullable;

/** A contact in Xero's words. */
final class XeroContactJson {
  private XeroContactJson() {}

  static ObjectNode of(Contact contact) {
    Customer customer = contact.customer();
    ObjectNode json = brief(contact);
    text(json, "ContactNumber", customer.number());
    text(json, "AccountNumber", customer.number());
    json.put("ContactStatus", contact.archived() ? "ARCHIVED" : "ACTIVE");
    text(json, "EmailAddress", customer.email());
    text(json, "CompanyNumber", customer.registrationNumber());
    json.put("BankAccountDetails", customer.ibans().isEmpty() ? "" : customer.ibans().getFirst());
    text(json, "TaxNumber", customer.vatNumber());
    json.set("Addresses", addresses(customer.address()));
    json.set("Phones", phones(customer.phone()));
    json.put("UpdatedDateUTC", XeroFormats.instant(contact.stamp().changed()));
    json.putArray("ContactGroups");
    json.put("IsSupplier", false);
    json.put("IsCustomer", true);
    Integer days = customer.paymentTermDays();
    if (days != null) {
      ObjectNode sales = json.putObject("PaymentTerms").putObject("Sales");
      sales.put("Day", days);
      sales.put("Type", "DAYSAFTERBILLDATE");
    }
    json.putArray("ContactPersons");
    json.put("HasAttachments", false);
    json.put("HasValidationErrors", false);
    return json;
  }

  static ObjectNode brief(Contact contact) {
    ObjectNode json = Json.object();
    json.put("ContactID", contact.id().toString());
    json.put("Name", contact.customer().name());
    return json;
  }

  private static ArrayNode addresses(@Nullable Address address) {
    ArrayNode addresses = Json.array();
    ObjectNode street = addresses.addObject();
    street.put("AddressType", "STREET");
    text(street, "AddressLine1", address == null ? "" : address.street());
    text(street, "City", address == null ? "" : address.city());
    street.put("Region", "");
    text(street, "PostalCode", address == null ? "" : address.postalCode());
    text(street, "Country", address == null ? "" : country(address.country()));
    ObjectNode box = addresses.addObject();
    box.put("AddressType", "POBOX");
    return addresses;
  }

  /** Xero keeps the name of a country as people write it. */
  private static String country(@Nullable String code) {
    return code == null ? "" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static ArrayNode phones(@Nullable String phone) {
    ArrayNode phones = Json.array();
    ObjectNode json = phones.addObject();
    json.put("PhoneType", "DEFAULT");
    json.put("PhoneNumber", phone == null ? "" : phone);
    json.put("PhoneAreaCode", "");
    json.put("PhoneCountryCode", "");
    return phones;
  }

  private static void text(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
