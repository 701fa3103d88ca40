package org.dunlin.sandbox.program.moneybird;

import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/**
 * The administration whose books are played.
 *
 * @param administration its number, which stands in every path
 * @param zone in which days begin
 */
public record MoneybirdCompany(
    long administration, String name, String country, CurrencyUnit currency, ZoneId zone) {}
