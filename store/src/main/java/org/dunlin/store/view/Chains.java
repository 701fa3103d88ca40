package org.dunlin.store.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCalls;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Chain.Change;
import org.dunlin.store.view.Chain.Some;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Traces as one: forward from a delivery, backward from an effect. Of each station so many are read
 * and no more, however much a delivery brought.
 */
public final class Chains {
  /** So many of each station. */
  public static final int MOST = 10;

  /** So many calls of each effect. */
  private static final int MOST_CALLS = 3;

  private static final String CHANGES =
      """
      (select 'INVOICE' as kind, i.invoice_id as record_id, i.number as name, j.event, i.currency,
              i.total as amount, j.delivery_id, j.journal_id as place
         from invoice i
         join journal j on j.company_id = i.company_id and j.subject_kind = 'invoice'
              and j.subject_id = cast(i.invoice_id as text) and j.delivery_id is not null
        where i.company_id = :company and i.invoice_id = any(cast(:invoices as uuid[]))
        order by j.journal_id desc limit :most)
      union all
      (select 'PAYMENT', p.payment_id, p.record ->> 'payerName', null, p.currency, p.amount,
              p.delivery_id, p.payment_id
         from payment p
        where p.company_id = :company and p.payment_id = any(cast(:payments as uuid[]))
          and p.delivery_id is not null
        order by p.payment_id desc limit :most)
      order by place desc limit :most
      """;

  private static final String ACTIONS =
      """
      select a.record from effect e
        join action a on a.company_id = e.company_id and a.action_id = e.action_id
       where e.company_id = :company and e.effect_id = any(cast(:effects as uuid[]))
       order by a.on_date desc, a.action_id limit :most
      """;

  private final JdbcClient jdbc;
  private final Traces traces;
  private final Messages messages;
  private final Deliveries deliveries;
  private final OutboundCalls calls;
  private final PayloadTraces payloads;
  private final AllocationLines allocations;

  Chains(
      DataSource pool,
      Traces traces,
      Messages messages,
      Deliveries deliveries,
      OutboundCalls calls) {
    jdbc = JdbcClient.create(pool);
    this.traces = traces;
    this.messages = messages;
    this.deliveries = deliveries;
    this.calls = calls;
    this.payloads = new PayloadTraces(pool);
    this.allocations = new AllocationLines(pool);
  }

  /** What became of a delivery; empty where the company has none of this id. */
  public Optional<Chain> ofDelivery(String companyId, UUID deliveryId) {
    return deliveries.find(companyId, deliveryId).map(line -> forward(companyId, line));
  }

  private Chain forward(String companyId, Deliveries.Line line) {
    Delivery delivery = line.delivery();
    List<Traced> brought = traces.of(delivery, null, MOST + 1).items();
    Map<UUID, AllocationLine> matched = new LinkedHashMap<>();
    Map<UUID, Traced.Left> left = new LinkedHashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Traced each : brought) {
      changes.add(
          new Change(
              each.kind(),
              each.recordId(),
              each.name(),
              each.event(),
              each.amount(),
              delivery.id()));
      each.applied().forEach(applied -> matched.putIfAbsent(applied.id(), applied));
      each.left().forEach(effect -> left.putIfAbsent(effect.id(), effect));
    }
    return chain(
        companyId,
        new Some<>(List.of(line), false),
        Some.of(changes, MOST),
        Some.of(List.copyOf(matched.values()), MOST),
        Some.of(List.copyOf(left.keySet()), MOST));
  }

  /** On what an effect rests; empty where the company has none of this id. */
  public Optional<Chain> ofEffect(String companyId, UUID effectId) {
    return messages.find(companyId, effectId).map(line -> backward(companyId, effectId));
  }

  private Chain backward(String companyId, UUID effectId) {
    List<UUID> invoices = payloads.invoices(companyId, effectId, MOST);
    List<AllocationLine> matched =
        invoices.isEmpty()
            ? List.of()
            : allocations.since(companyId, invoices, Instant.EPOCH, MOST + 1);
    Some<UUID> brought = Some.of(payloads.ofEffect(companyId, effectId, MOST + 1), MOST);
    List<Deliveries.Line> lines =
        brought.items().stream().flatMap(id -> deliveries.find(companyId, id).stream()).toList();
    return chain(
        companyId,
        new Some<>(lines, brought.more()),
        Some.of(changes(companyId, invoices, matched), MOST),
        Some.of(matched, MOST),
        new Some<>(List.of(effectId), false));
  }

  private List<Change> changes(
      String companyId, List<UUID> invoices, List<AllocationLine> matched) {
    return jdbc.sql(CHANGES)
        .param("company", companyId)
        .param("invoices", texts(invoices))
        .param(
            "payments",
            texts(
                matched.stream()
                    .flatMap(line -> Optional.ofNullable(line.paymentId()).stream())
                    .distinct()
                    .toList()))
        .param("most", MOST + 1)
        .query(
            (row, number) ->
                new Change(
                    Traced.RecordKind.valueOf(row.getString("kind")),
                    row.getObject("record_id", UUID.class),
                    row.getString("name"),
                    row.getString("event"),
                    Columns.money(row, "amount"),
                    row.getObject("delivery_id", UUID.class)))
        .list();
  }

  private Chain chain(
      String companyId,
      Some<Deliveries.Line> came,
      Some<Change> changes,
      Some<AllocationLine> matched,
      Some<UUID> effects) {
    Map<UUID, OutboundCall> pulls = new HashMap<>();
    for (Deliveries.Line line : came.items()) {
      UUID id = line.delivery().id();
      calls.bringing(companyId, id, 1).forEach(call -> pulls.put(id, call));
    }
    Map<UUID, Some<OutboundCall>> left = new HashMap<>();
    for (UUID id : effects.items()) {
      left.put(id, Some.of(calls.about(companyId, id, MOST_CALLS + 1), MOST_CALLS));
    }
    List<Messages.Line> lines =
        effects.items().stream().flatMap(id -> messages.find(companyId, id).stream()).toList();
    return new Chain(
        came,
        pulls,
        changes,
        matched,
        actions(companyId, effects.items()),
        new Some<>(lines, effects.more()),
        left);
  }

  private List<Action> actions(String companyId, List<UUID> effects) {
    return jdbc.sql(ACTIONS)
        .param("company", companyId)
        .param("effects", texts(effects))
        .param("most", MOST)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  private static String[] texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
