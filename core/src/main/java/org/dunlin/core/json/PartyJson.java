package org.dunlin.core.json;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/** Company and customer, and the parts that they are made of. */
final class PartyJson {
  private PartyJson() {}

  static Company company(Fields fields) {
    return new Company(
        fields.text("id"),
        fields.text("name"),
        fields.text("country"),
        zone(fields, "timeZone"),
        fields.optionalText("language"),
        fields.currency("currency"),
        fields.objects("accounts", PartyJson::account),
        fields.optionalText("creditorIdentifier"),
        fields.optionalTruth("vatRecoverable"),
        fields.optionalCount("paymentTermDays"),
        fields.amountsByCurrency("tolerance"),
        fields.optionalShare("autoThreshold"),
        fields.optionalOneOf("dunning", DunningMode.class));
  }

  static void write(Company company, ObjectOut out) {
    out.text("id", company.id());
    out.text("name", company.name());
    out.text("country", company.country());
    out.text("timeZone", company.timeZone().getId());
    out.text("language", company.language());
    out.text("currency", company.currency().getCode());
    out.objects("accounts", company.accounts(), PartyJson::write);
    out.text("creditorIdentifier", company.creditorIdentifier());
    out.truth("vatRecoverable", company.vatRecoverable());
    out.count("paymentTermDays", company.paymentTermDays());
    out.amountsByCurrency("tolerance", company.tolerance());
    out.number("autoThreshold", company.autoThreshold());
    out.word("dunning", company.dunning());
  }

  static Customer customer(Fields fields) {
    return new Customer(
        fields.text("id"),
        fields.optionalText("number"),
        fields.text("name"),
        fields.optionalText("email"),
        fields.optionalText("phone"),
        fields.optionalObject("address", PartyJson::address),
        fields.optionalText("language"),
        fields.optionalText("vatNumber"),
        fields.optionalText("registrationNumber"),
        fields.texts("ibans"),
        fields.optionalTruth("consumer"),
        fields.texts("segments"),
        fields.optionalText("plan"),
        fields.optionalCount("paymentTermDays"),
        FreeNames.truth(fields, "x-stub"),
        fields.optionalObject("source", PartyJson::source));
  }

  static void write(Customer customer, ObjectOut out) {
    out.text("id", customer.id());
    out.text("number", customer.number());
    out.text("name", customer.name());
    out.text("email", customer.email());
    out.text("phone", customer.phone());
    out.object("address", customer.address(), PartyJson::write);
    out.text("language", customer.language());
    out.text("vatNumber", customer.vatNumber());
    out.text("registrationNumber", customer.registrationNumber());
    out.texts("ibans", customer.ibans());
    out.truth("consumer", customer.consumer());
    out.texts("segments", customer.segments());
    out.text("plan", customer.plan());
    out.count("paymentTermDays", customer.paymentTermDays());
    out.truth("x-stub", customer.stub() ? Boolean.TRUE : null);
    out.object("source", customer.source(), PartyJson::write);
  }

  static Source source(Fields fields) {
    return new Source(
        fields.text("connection"),
        fields.text("id"),
        fields.optionalText("version"),
        fields.optionalInstant("readAt"));
  }

  static void write(Source source, ObjectOut out) {
    out.text("connection", source.connection());
    out.text("id", source.id());
    out.text("version", source.version());
    out.text("readAt", source.readAt() == null ? null : source.readAt().toString());
  }

  private static AccountId account(Fields fields) {
    return fields.account("iban", "accountNumber", "accountScheme");
  }

  private static void write(AccountId account, ObjectOut out) {
    account(account, out, "iban", "accountNumber", "accountScheme");
  }

  static void account(
      @Nullable AccountId account, ObjectOut out, String iban, String number, String scheme) {
    if (account != null) {
      out.text(iban, account.iban());
      out.text(number, account.accountNumber());
      out.text(scheme, account.accountScheme());
    }
  }

  private static Address address(Fields fields) {
    return new Address(
        fields.optionalText("street"),
        fields.optionalText("postalCode"),
        fields.optionalText("city"),
        fields.optionalText("country"));
  }

  private static void write(Address address, ObjectOut out) {
    out.text("street", address.street());
    out.text("postalCode", address.postalCode());
    out.text("city", address.city());
    out.text("country", address.country());
  }

  private static ZoneId zone(Fields fields, String name) {
    try {
      return ZoneId.of(fields.text(name));
    } catch (DateTimeException e) {
      throw fields.wrong(name, "a time zone such as Europe/Amsterdam");
    }
  }
}
