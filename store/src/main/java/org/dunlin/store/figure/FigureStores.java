package org.dunlin.store.figure;

import javax.sql.DataSource;
import org.dunlin.store.account.CustomerAccounts;
import org.dunlin.store.report.Reports;

/**
 * What is kept of figures, of one database, with the accounts and lists that explain them.
 *
 * @param days how companies stood, day by day
 */
public record FigureStores(
    SalesByMonth sales,
    StandingDays days,
    Goals goals,
    OpenByDebtor debtors,
    CustomerAccounts accounts,
    Reports reports) {

  /** The stores over a pool. */
  public static FigureStores over(DataSource pool) {
    return new FigureStores(
        new SalesByMonth(pool),
        new StandingDays(pool),
        new Goals(pool),
        new OpenByDebtor(pool),
        new CustomerAccounts(pool),
        new Reports(pool));
  }
}
