package org.dunlin.config.hub;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.brand.Color;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.work.intake.WatchFolders;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A company as {@code dunlin.yaml} says it.
 *
 * @param ibans the company's own accounts; statements of other accounts are quarantined
 * @param replyTo where customers' answers go
 * @param testMailbox where every message goes in test mode
 * @param mode how a new company starts; later people switch it in the console
 * @param businessDate a date in place of today, for demonstrations
 * @param color the company's colour in its messages, as in {@code #1f4e79}
 * @param logo a PNG or JPEG file of at most 200 KB, for its messages; read at each start
 * @param folders watched folders by the id of their connection
 */
public record CompanySettings(
    @DefaultValue("") String id,
    @DefaultValue("") String name,
    @DefaultValue("") String country,
    @DefaultValue("Europe/Amsterdam") String timeZone,
    @DefaultValue("EUR") String currency,
    @Nullable String language,
    @DefaultValue List<String> ibans,
    @DefaultValue("") String replyTo,
    @Nullable String testMailbox,
    @Nullable Integer paymentTermDays,
    @DefaultValue Map<String, BigDecimal> tolerance,
    @Nullable BigDecimal autoThreshold,
    @DefaultValue("SHADOW") DunningMode mode,
    @Nullable LocalDate businessDate,
    @Nullable String color,
    @Nullable Path logo,
    @DefaultValue Map<String, String> folders) {

  /**
   * Refuses what is wrong only beside each other.
   *
   * @throws WrongSettings when two companies share an id or an account, or two connections a folder
   */
  static void checkTogether(List<CompanySettings> companies) {
    Set<String> ids = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (CompanySettings company : companies) {
      if (!ids.add(company.id())) {
        throw new WrongSettings("Two companies of the settings have the id " + company.id() + ".");
      }
      company
          .ibans()
          .forEach(iban -> own(owners, "account " + iban.replace(" ", ""), company.id()));
      company
          .folders()
          .forEach(
              (connection, path) ->
                  own(
                      owners,
                      "folder " + Path.of(path).toAbsolutePath().normalize(),
                      company.id() + "/" + connection));
    }
  }

  private static void own(Map<String, String> owners, String what, String owner) {
    String other = owners.put(what, owner);
    if (other != null) {
      throw new WrongSettings(
          "The " + what + " is that of " + other + " and of " + owner + "; give each its own.");
    }
  }

  /**
   * The company as the hub keeps it.
   *
   * @throws WrongSettings when something is missing or cannot be used
   */
  CompanyProfile profile() {
    require(
        matches(id, "[a-z0-9][a-z0-9._-]{0,39}"), "id", "small letters, digits, - _ . as in acme");
    require(matches(name, "[^\\p{Cntrl}]{1,140}"), "name", "a name on one line");
    require(matches(country, "[A-Z]{2}"), "country", "two capital letters as in NL");
    require(isAddress(replyTo), "reply-to", "one e-mail address");
    require(testMailbox == null || isAddress(testMailbox), "test-mailbox", "one e-mail address");
    Company company = company();
    try {
      // What the hub would not read again it does not write.
      StoredRecord.of(CanonicalWriter.line(company), Company.class);
    } catch (IllegalStateException e) {
      throw new WrongSettings("Company " + id + " of the settings: " + e.getMessage());
    }
    return new CompanyProfile(company, mode, replyTo, testMailbox, businessDate);
  }

  private Company company() {
    try {
      Map<CurrencyUnit, Money> tolerances = new HashMap<>();
      tolerance.forEach(
          (code, amount) ->
              tolerances.put(CurrencyUnit.of(code), Money.of(CurrencyUnit.of(code), amount)));
      return new Company(
          id,
          name,
          country,
          ZoneId.of(timeZone),
          language,
          CurrencyUnit.of(currency),
          ibans.stream().map(CompanySettings::account).toList(),
          null,
          null,
          paymentTermDays,
          tolerances,
          autoThreshold,
          mode);
    } catch (Iban4jException
        | DateTimeException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw new WrongSettings("Company " + id + " of the settings: " + e.getMessage());
    }
  }

  /**
   * The company's colour; null where none is set.
   *
   * @throws WrongSettings when it is no colour
   */
  @Nullable Color brandColor() {
    try {
      return color == null || color.isBlank() ? null : Color.of(color);
    } catch (IllegalArgumentException e) {
      throw new WrongSettings("Company " + id + " of the settings: color: " + e.getMessage() + ".");
    }
  }

  /**
   * The company's logo, from its file; null where none is set.
   *
   * @throws WrongSettings when the file cannot be read or is no such picture
   */
  @Nullable Logo brandLogo() {
    if (logo == null || logo.toString().isBlank()) {
      return null;
    }
    try (InputStream file = Files.newInputStream(logo)) {
      return Logo.of(file.readNBytes(Logo.LARGEST + 1));
    } catch (IOException e) {
      throw new WrongSettings(
          "Company " + id + " of the settings: the logo " + logo + " cannot be read.");
    } catch (IllegalArgumentException e) {
      throw new WrongSettings(
          "Company " + id + " of the settings: logo " + logo + ": " + e.getMessage() + ".");
    }
  }

  private void require(boolean right, String setting, String expected) {
    if (!right) {
      throw new WrongSettings(
          "Company " + id + " of the settings: " + setting + " must be " + expected + ".");
    }
  }

  private static boolean matches(@Nullable String text, String pattern) {
    return text != null && text.matches(pattern);
  }

  private static boolean isAddress(@Nullable String text) {
    return matches(text, "[^@\\s,;<>\\p{Cntrl}]+@[^@\\s,;<>\\p{Cntrl}]+");
  }

  List<Connection> connections() {
    return folders.entrySet().stream()
        .map(
            folder ->
                new Connection(
                    id,
                    folder.getKey(),
                    WatchFolders.PROGRAM,
                    Map.of("path", folder.getValue()),
                    false))
        .toList();
  }

  private static AccountId account(String iban) {
    String normalised = iban.replace(" ", "");
    IbanUtil.validate(normalised);
    return AccountId.ofIban(normalised);
  }
}
