package org.dunlin.store.figure;

import javax.sql.DataSource;
import org.dunlin.store.account.AccountMails;
import org.dunlin.store.account.CustomerAccounts;
import org.dunlin.store.report.Reports;
import org.dunlin.store.secret.CustomerKeys;

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
    AccountMails accountMails,
    Reports reports) {

  /** The stores over a pool. */
  public static FigureStores over(DataSource pool, CustomerKeys keys) {
    return new FigureStores(
        new SalesByMonth(pool),
        new StandingDays(pool),
        new Goals(pool),
        new OpenByDebtor(pool),
        new CustomerAccounts(pool),
        new AccountMails(pool, keys),
        new Reports(pool));
  }
}
