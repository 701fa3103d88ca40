package org.dunlin.work.handover;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.dialogue.Notes;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What becomes of cases: what the agency says, that they are paid, that they are taken back. */
public final class HandOvers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DUN = "dun";

  private final Stores stores;
  private final Notes notes;

  /** Over these stores. */
  public HandOvers(Stores stores) {
    this.stores = stores;
    this.notes = new Notes(stores);
  }

  /** Notes what the agency says; false where the case is not with it. */
  public boolean status(String companyId, UUID id, HandOver.Status status, String by) {
    return status(companyId, id, status, today(companyId), null, by);
  }

  /**
   * The same of a day.
   *
   * @param more what it says beside that; it stands in the dialogue
   */
  public boolean status(
      String companyId,
      UUID id,
      HandOver.Status status,
      LocalDate on,
      @Nullable String more,
      String by) {
    return stores
        .transactions()
        .in(
            () -> {
              HandOver found = stores.talk().handOvers().find(companyId, id).orElse(null);
              if (found == null || !found.isOut()) {
                return false;
              }
              stores.talk().handOvers().status(companyId, id, status, on, by);
              note(companyId, found, "HAND_OVER_STATUS", said(status), by);
              if (more != null) {
                notes.note(
                    companyId,
                    found.customerId(),
                    null,
                    found.agencyName() + ": " + said(status) + " " + more,
                    by);
              }
              return true;
            });
  }

  /**
   * Ends a case that is with the agency; unless the agency gave it back itself, it is told. Its
   * invoices are held no more.
   */
  public boolean end(String companyId, UUID id, HandOver.End end, String by) {
    boolean ended =
        stores
            .transactions()
            .in(
                () ->
                    stores
                        .talk()
                        .handOvers()
                        .find(companyId, id)
                        .filter(HandOver::isOut)
                        .map(found -> endNow(companyId, found, end, by))
                        .orElse(false));
    stores.wakeups().wake(Stage.DUN);
    stores.wakeups().wake(Stage.DELIVER);
    return ended;
  }

  /**
   * Opens a case again that ended as paid and of which something is open again, as after a payment
   * that bounced: the agency is told what, and it is held here. False where nothing is.
   */
  public boolean reopen(String companyId, UUID id, String by) {
    boolean reopened =
        stores
            .transactions()
            .in(
                () ->
                    stores
                        .talk()
                        .handOvers()
                        .find(companyId, id)
                        .map(found -> reopenNow(companyId, found, by))
                        .orElse(false));
    stores.wakeups().wake(Stage.DUN);
    stores.wakeups().wake(Stage.DELIVER);
    return reopened;
  }

  private boolean reopenNow(String companyId, HandOver found, String by) {
    Map<UUID, Money> open = stores.talk().handOvers().openAgain(companyId, found.id());
    if (open.isEmpty() || !stores.talk().handOvers().reopen(companyId, found.id())) {
      return false;
    }
    ObjectNode told = JSON.createObjectNode();
    told.put(Dossier.REOPEN, found.id().toString());
    ArrayNode invoices = told.putArray("invoices");
    open.forEach(
        (invoice, amount) ->
            invoices
                .addObject()
                .put("id", invoice.toString())
                .put("number", number(companyId, invoice))
                .put("open", amount.getAmount().toPlainString())
                .put("currency", amount.getCurrencyUnit().getCode()));
    tell(companyId, found, told);
    note(companyId, found, "HAND_OVER_REOPENED", "the case is open again.", by);
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
    return true;
  }

  private String number(String companyId, UUID invoice) {
    return stores.invoices().find(companyId, invoice).orElseThrow().invoice().number();
  }

  /**
   * Takes back what is paid, within the caller's transaction; what a person takes back of a payment
   * at the same moment counts.
   */
  public void recallWhatIsPaid(String companyId) {
    for (HandOver paid : stores.talk().handOvers().paid(companyId)) {
      if (stores.talk().handOvers().isPaid(companyId, paid.id())) {
        endNow(companyId, paid, HandOver.End.PAID, DUN);
      }
    }
  }

  private boolean endNow(String companyId, HandOver found, HandOver.End end, String by) {
    LocalDate today = today(companyId);
    if (!stores.talk().handOvers().end(companyId, found.id(), end, today, by)) {
      return false;
    }
    if (end != HandOver.End.CLOSED) {
      ObjectNode told = JSON.createObjectNode();
      told.put(Dossier.RECALL, found.id().toString());
      told.put("reason", end.name());
      tell(companyId, found, told);
    }
    note(companyId, found, "HAND_OVER_ENDED", said(end), by);
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
    return true;
  }

  /** Whose case it is, the agency knows by its id. */
  private void tell(String companyId, HandOver found, ObjectNode told) {
    LocalDate today = today(companyId);
    told.put("to", found.agencyName());
    told.put("subject", "case-" + found.id());
    told.put("on", today.toString());
    stores
        .outbox()
        .add(
            Effect.decided(
                companyId,
                Ids.next(),
                found.agency(),
                found.agency() + "/" + found.customerId(),
                EffectKind.HANDOVER,
                null,
                told.toString(),
                EffectState.PENDING,
                today));
  }

  private static String said(HandOver.Status status) {
    return switch (status) {
      case ACCEPTED -> "it has taken the case.";
      case IN_PROGRESS -> "the case is in progress.";
      case IN_COURT -> "the case is before a court.";
      case PAID_IN_PART -> "something of the case was paid.";
      case PAID -> "the case was paid to it.";
      case UNCOLLECTABLE -> "nothing can be collected.";
    };
  }

  private static String said(HandOver.End end) {
    return switch (end) {
      case PAID -> "the case is paid and was taken back.";
      case RECALLED -> "the case was taken back.";
      case CLOSED -> "it gave the case back.";
    };
  }

  private void note(String companyId, HandOver about, String event, String what, String by) {
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                "customer",
                about.customerId(),
                event,
                by,
                today(companyId),
                about.agencyName() + ": " + what));
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }
}
