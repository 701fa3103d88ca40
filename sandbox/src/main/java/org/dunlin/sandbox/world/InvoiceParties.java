package org.dunlin.sandbox.world;

import java.util.Objects;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** The parties of a UBL document. */
final class InvoiceParties {
  private final Xml xml;
  private final Document document;
  private final Creditor creditor;

  InvoiceParties(Xml xml, Document document, Creditor creditor) {
    this.xml = xml;
    this.document = document;
    this.creditor = creditor;
  }

  void supplier() {
    xml.element("cac:Party", this::supplierParty);
  }

  void customer() {
    xml.element("cac:Party", this::customerParty);
  }

  private void supplierParty() {
    xml.element("cbc:EndpointID", creditor.chamberOfCommerce(), "schemeID", "0106");
    if (document.debtor().habit() == Habit.DIRECT_DEBIT) {
      identification(creditor.creditorIdentifier(), "schemeID", "SEPA");
    }
    name(Creditor.NAME);
    address(new Address(Creditor.STREET, Creditor.POSTAL_CODE, Creditor.CITY, "NL"));
    taxScheme(creditor.vatNumber());
    legalEntity(Creditor.NAME, creditor.chamberOfCommerce(), "schemeID", "0106");
    xml.element(
        "cac:Contact",
        () -> {
          xml.element("cbc:Name", "Debiteurenadministratie");
          xml.element("cbc:ElectronicMail", "debiteuren@voorbeeldhandel.example");
        });
  }

  private void customerParty() {
    Customer customer = document.debtor().customer();
    String registration = Objects.requireNonNull(customer.registrationNumber());
    String vat = Objects.requireNonNull(customer.vatNumber());
    switch (document.debtor().country()) {
      case "BE" -> xml.element("cbc:EndpointID", registration, "schemeID", "0208");
      case "DE" -> xml.element("cbc:EndpointID", vat, "schemeID", "9930");
      case "FR" -> xml.element("cbc:EndpointID", vat, "schemeID", "9957");
      case "GB" -> xml.element("cbc:EndpointID", vat, "schemeID", "9932");
      default -> xml.element("cbc:EndpointID", registration, "schemeID", "0106");
    }
    identification(customer.id());
    name(customer.name());
    address(Objects.requireNonNull(customer.address()));
    taxScheme(vat);
    switch (document.debtor().country()) {
      case "BE" -> legalEntity(customer.name(), registration, "schemeID", "0208");
      case "FR" -> legalEntity(customer.name(), registration, "schemeID", "0002");
      case "DE", "GB" -> legalEntity(customer.name(), registration);
      default -> legalEntity(customer.name(), registration, "schemeID", "0106");
    }
    contact(customer.email());
  }

  private void contact(@Nullable String email) {
    if (email != null) {
      xml.element("cac:Contact", () -> xml.element("cbc:ElectronicMail", email));
    }
  }

  private void identification(String id, String... scheme) {
    xml.element("cac:PartyIdentification", () -> xml.element("cbc:ID", id, scheme));
  }

  private void name(String name) {
    xml.element("cac:PartyName", () -> xml.element("cbc:Name", name));
  }

  private void address(Address address) {
    xml.element(
        "cac:PostalAddress",
        () -> {
          xml.element("cbc:StreetName", String.valueOf(address.street()));
          xml.element("cbc:CityName", String.valueOf(address.city()));
          xml.element("cbc:PostalZone", String.valueOf(address.postalCode()));
          String country = String.valueOf(address.country());
          xml.element("cac:Country", () -> xml.element("cbc:IdentificationCode", country));
        });
  }

  private void taxScheme(String vat) {
    xml.element(
        "cac:PartyTaxScheme",
        () -> {
          xml.element("cbc:CompanyID", vat);
          xml.element("cac:TaxScheme", () -> xml.element("cbc:ID", "VAT"));
        });
  }

  private void legalEntity(String name, String registration, String... scheme) {
    xml.element(
        "cac:PartyLegalEntity",
        () -> {
          xml.element("cbc:RegistrationName", name);
          xml.element("cbc:CompanyID", registration, scheme);
        });
  }
}
