package org.dunlin.console.page;

import java.util.List;
import java.util.Map;
import org.dunlin.store.view.CustomerList;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.WhatChanged;
import org.dunlin.work.figure.Figured;
import org.dunlin.work.figure.GoalsMet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a company stands, as its first page shows it.
 *
 * @param tasks what waits for a person, the most pressing first
 * @param figures what is owed and how quickly it is paid, a currency at a time
 * @param changes how much happened in the last seven days
 * @param debtors who owes most in the currency of the first standing
 * @param oldest the invoices that are due longest
 * @param tour the way through the console for somebody new; absent where nobody wants it
 * @param goals how far the company meets its goal
 * @param trends of the last days, of each currency of which two days are known
 */
public record Dashboard(
    List<Task> tasks,
    List<Figured> figures,
    List<WhatChanged.Change> changes,
    List<CustomerList.Line> debtors,
    List<InvoiceList.Line> oldest,
    @Nullable Tour tour,
    GoalsMet goals,
    Map<CurrencyUnit, Trend> trends) {}
