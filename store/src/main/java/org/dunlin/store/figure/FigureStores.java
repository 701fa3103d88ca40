package org.dunlin.store.figure;

import javax.sql.DataSource;

/** What is kept of figures, of one database. */
public record FigureStores(SalesByMonth sales) {

  /** The stores over a pool. */
  public static FigureStores over(DataSource pool) {
    return new FigureStores(new SalesByMonth(pool));
  }
}
