package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion.About;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.journal.Happening;

/** Notes who looked at raw content or took data away, before it is given. */
public final class NoteLook {
  private final Stores stores;

  /** Over these stores. */
  public NoteLook(Stores stores) {
    this.stores = stores;
  }

  /** The bytes that came as a delivery, or a document among them. */
  public void atRaw(String companyId, UUID deliveryId, String by) {
    note(companyId, "delivery", deliveryId, "RAW_LOOKED", by);
  }

  /** All that is kept about a customer. */
  public void atExport(String companyId, UUID customerId, String by) {
    note(companyId, "customer", customerId, "EXPORTED", by);
  }

  /** A statement of a customer's account, as a file. */
  public void atAccount(String companyId, UUID customerId, String by) {
    note(companyId, "customer", customerId, "ACCOUNT_TAKEN", by);
  }

  /**
   * A report, as a file.
   *
   * @param which its name, and its period where it has one
   */
  public void atReport(String companyId, String which, String by) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(companyId, Happening.to("company", companyId, "REPORT_TAKEN", by, today, which));
  }

  /** What was said in a call, as a look at what it belongs to. */
  public void atCall(OutboundCall call, String by) {
    UUID delivery = call.deliveryId();
    UUID thing = call.occasion().id();
    String why = call.method() + " " + call.host() + ", call " + call.id();
    if (delivery != null) {
      note(call.companyId(), "delivery", delivery, "RAW_LOOKED", by, why);
    } else if (call.occasion().about() == About.EFFECT && thing != null) {
      note(call.companyId(), "effect", thing, "RAW_LOOKED", by, why);
    } else {
      note(call.companyId(), "connection", call.connectionId(), "RAW_LOOKED", by, why);
    }
  }

  private void note(String companyId, String kind, UUID id, String event, String by) {
    note(companyId, kind, id, event, by, "");
  }

  private void note(String companyId, String kind, Object id, String event, String by, String why) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores.journal().append(companyId, Happening.to(kind, id, event, by, today, why));
  }
}
