package org.dunlin.store.debit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.secret.CustomerKeys;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a file collects, a page at a time: it may be of thousands. */
public final class DebitsInFile {
  private final JdbcClient jdbc;
  private final DebitRows rows;

  DebitsInFile(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    rows = new DebitRows(new SealedParts(keys, "debit"));
  }

  /**
   * Those of a file that are collected on one day in one way.
   *
   * @param number from 1
   * @param count how many they are
   * @param sum what they come to
   */
  public record Batch(
      int number,
      MandateScheme scheme,
      SequenceType sequence,
      LocalDate collectOn,
      int count,
      Money sum) {
    /** How many debits there are in all of them. */
    public static int count(List<Batch> batches) {
      return batches.stream().mapToInt(Batch::count).sum();
    }

    /** What all of them come to; there must be one. */
    public static Money sum(List<Batch> batches) {
      return Money.total(batches.stream().map(Batch::sum).toList());
    }
  }

  /** The batches of a file, in their order. */
  public List<Batch> batches(String companyId, UUID collectionId) {
    return jdbc.sql(
            """
            select batch, min(scheme) as scheme, min(sequence) as sequence, min(collect_on) as collect_on,
                   count(*) as debits, sum(amount) as amount, min(currency) as currency
              from debit where company_id = :company and collection_id = :collection
             group by batch order by batch
            """)
        .param("company", companyId)
        .param("collection", collectionId)
        .query(DebitsInFile::batch)
        .list();
  }

  /** A page of them, batch by batch. */
  public Page<Debit> page(String companyId, UUID collectionId, @Nullable Cursor after, int most) {
    List<Debit> debits =
        jdbc.sql(
                """
                select d.*, k.wrapped
                  from debit d
                  left join customer_key k on k.company_id = d.company_id and k.customer_id = d.customer_id
                 where d.company_id = :company and d.collection_id = :collection
                   and (d.batch, d.debit_id) >
                       (:batch, coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000'))
                 order by d.batch, d.debit_id limit :most
                """)
            .param("company", companyId)
            .param("collection", collectionId)
            .param("batch", after == null ? 0 : (int) after.number(0))
            .param("after", after == null ? null : after.id(1), Types.OTHER)
            .param("most", most + 1)
            .query(rows::row)
            .list();
    return Page.of(
        debits,
        most,
        debit -> Cursor.at(Objects.requireNonNull(debit.place()).batch(), debit.id()));
  }

  private static Batch batch(ResultSet row, int number) throws SQLException {
    return new Batch(
        row.getInt("batch"),
        MandateScheme.valueOf(row.getString("scheme")),
        SequenceType.valueOf(row.getString("sequence")),
        row.getObject("collect_on", LocalDate.class),
        row.getInt("debits"),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")));
  }
}
