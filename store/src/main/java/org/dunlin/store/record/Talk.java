package org.dunlin.store.record;

import static org.dunlin.store.record.Filter.date;
import static org.dunlin.store.record.Filter.id;
import static org.dunlin.store.record.Filter.text;
import static org.dunlin.store.record.Filter.word;

import java.util.List;
import javax.sql.DataSource;
import org.dunlin.store.dialogue.Dialogue;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillRows;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.secret.CustomerKeys;

/** The lists of what stops dunning because somebody said so, and of what was said. */
public record Talk(
    Listing<Standstill> promises,
    Listing<Standstill> disputes,
    Listing<Standstill> arrangements,
    Listing<Standstill> holds,
    Listing<DialogueEntry> notes) {

  static Talk over(DataSource pool, CustomerKeys keys) {
    return new Talk(
        standstills(pool, keys, StandstillKind.PROMISE),
        standstills(pool, keys, StandstillKind.DISPUTE),
        standstills(pool, keys, StandstillKind.ARRANGEMENT),
        standstills(pool, keys, StandstillKind.HOLD),
        notes(pool, keys));
  }

  private static Listing<Standstill> standstills(
      DataSource pool, CustomerKeys keys, StandstillKind kind) {
    String ofKind = "(select * from standstill where kind = '" + kind.name() + "') s";
    String from = ofKind + StandstillRows.FROM.substring("standstill s".length());
    return new Listing<>(
        pool,
        new Rows(StandstillRows.COLUMNS, from, "s", "standstill_id", false, true),
        new StandstillRows(keys)::row,
        id("customer", "of this customer", "s.customer_id"),
        text(
            "invoice",
            "about this invoice, by its id",
            "exists (select from standstill_invoice x where x.company_id = s.company_id"
                + " and x.standstill_id = s.standstill_id"
                + " and cast(x.invoice_id as text) = :invoice)"),
        word("state", StandstillState.class, "in this state", "s.state"),
        new Filter(
            "standing",
            Filter.Kind.TRUTH,
            List.of(),
            "that stand or are proposed; with false, that have ended",
            "s.state in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED')"),
        date("from", "for this day or later", "s.on_date >= :from"),
        date("to", "for this day or earlier", "s.on_date <= :to"));
  }

  private static Listing<DialogueEntry> notes(DataSource pool, CustomerKeys keys) {
    return new Listing<>(
        pool,
        new Rows(Dialogue.COLUMNS, Dialogue.FROM, "d", "entry_id", false, true),
        new Dialogue(pool, keys)::row,
        id("customer", "of this customer", "d.customer_id"),
        id("invoice", "about this invoice", "d.invoice_id"),
        word("kind", DialogueKind.class, "of this kind", "d.kind"));
  }
}
