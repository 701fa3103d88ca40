package org.dunlin.store.dialogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.agreement.Contested;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is contested of invoices, as far as no credit shows. */
public final class DisputedInvoices {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public DisputedInvoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is still contested by each dispute of these invoices that stands, by its id. */
  public Map<UUID, Money> stillContested(String companyId, Collection<UUID> invoices) {
    Map<UUID, Map<UUID, Contested>> disputes = new HashMap<>();
    jdbc.sql(
            """
            select x.invoice_id, s.standstill_id, s.state, s.amount, s.currency,
                   x.open_before - coalesce(p.amount, 0)
                     - case when i.status = 'OPEN' then i.outstanding - i.claimed else 0 end as lowered,
                   coalesce(c.amount, 0) as credit_notes
              from standstill s
              join standstill_invoice x on x.company_id = s.company_id and x.standstill_id = s.standstill_id
              join invoice i on i.company_id = x.company_id and i.invoice_id = x.invoice_id
              left join lateral (
                   select sum(a.amount) as amount from allocation a
                     join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
                    where a.company_id = x.company_id and a.invoice_id = x.invoice_id and a.undone_by is null
                      and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                      and a.rule is distinct from 'RETURN' and p.booking_date >= s.made_on) p on true
              left join lateral (
                   select sum(a.amount) as amount from allocation a
                    where a.company_id = x.company_id and a.invoice_id = x.invoice_id and a.undone_by is null
                      and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                      and a.credit_note_id is not null and a.business_date >= s.made_on) c on true
             where s.company_id = :company and s.kind = 'DISPUTE'
               and s.state in ('OPEN', 'ACCEPTED', 'CREDITED') and x.invoice_id = any(:invoices)
             order by s.standstill_id
            """)
        .param("company", companyId)
        .param("invoices", invoices.toArray(UUID[]::new))
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              disputes
                  .computeIfAbsent(
                      row.getObject("invoice_id", UUID.class), id -> new LinkedHashMap<>())
                  .put(
                      row.getObject("standstill_id", UUID.class),
                      new Contested(
                          row.getString("state").equals(StandstillState.CREDITED.name()),
                          Money.of(currency, row.getBigDecimal("amount")),
                          Money.of(currency, row.getBigDecimal("lowered")),
                          Money.of(currency, row.getBigDecimal("credit_notes"))));
            });
    Map<UUID, Money> still = new HashMap<>();
    disputes.values().forEach(ofInvoice -> still.putAll(still(ofInvoice)));
    return still;
  }

  private static Map<UUID, Money> still(Map<UUID, Contested> ofInvoice) {
    List<Contested> oldestFirst = List.copyOf(ofInvoice.values());
    List<Money> amounts = Contested.still(oldestFirst);
    List<UUID> ids = new ArrayList<>(ofInvoice.keySet());
    Map<UUID, Money> still = new HashMap<>();
    for (int index = 0; index < ids.size(); index++) {
      if (!oldestFirst.get(index).credited()) {
        still.put(ids.get(index), amounts.get(index));
      }
    }
    return still;
  }
}
