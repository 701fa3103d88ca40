package org.dunlin.config.hub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.work.intake.WatchFolders;
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
 * @param folders watched folders by the id of their connection
 */
public record CompanySettings(
    String id,
    String name,
    String country,
    @DefaultValue("Europe/Amsterdam") String timeZone,
    @DefaultValue("EUR") String currency,
    @Nullable String language,
    @DefaultValue List<String> ibans,
    String replyTo,
    @Nullable String testMailbox,
    @Nullable Integer paymentTermDays,
    @DefaultValue Map<String, BigDecimal> tolerance,
    @Nullable BigDecimal autoThreshold,
    @DefaultValue("SHADOW") DunningMode mode,
    @Nullable LocalDate businessDate,
    @DefaultValue Map<String, String> folders) {

  CompanyProfile profile() {
    Map<CurrencyUnit, Money> tolerances = new HashMap<>();
    tolerance.forEach(
        (code, amount) -> tolerances.put(CurrencyUnit.of(code), Money.of(CurrencyUnit.of(code), amount)));
    Company company =
        new Company(
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
    return new CompanyProfile(company, mode, replyTo, testMailbox, businessDate);
  }

  List<Connection> connections() {
    return folders.entrySet().stream()
        .map(
            folder ->
                new Connection(
                    id, folder.getKey(), WatchFolders.PROGRAM, Map.of("path", folder.getValue()), false))
        .toList();
  }

  private static AccountId account(String iban) {
    String normalised = iban.replace(" ", "");
    IbanUtil.validate(normalised);
    return AccountId.ofIban(normalised);
  }
}
