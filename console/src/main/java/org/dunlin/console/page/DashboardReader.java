package org.dunlin.console.page;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.view.CustomerList;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.Standing;
import org.dunlin.store.view.Views;
import org.dunlin.work.figure.GoalsMet;
import org.dunlin.work.figure.ReadFigures;
import org.dunlin.work.message.CompanyWordings;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.WhoLeads;

/** Reads all that the first page of a company shows. */
final class DashboardReader {
  /** The last days of which is told what changed, today among them. */
  static final int DAYS = 7;

  private static final int A_FEW = 5;

  private final Stores stores;
  private final ShownConnections connections;
  private final Offers offers;

  DashboardReader(Stores stores, ShownConnections connections, Offers offers) {
    this.stores = stores;
    this.connections = connections;
    this.offers = offers;
  }

  Dashboard read(Frame frame, boolean tourWanted) {
    String companyId = frame.company().id();
    LocalDate today = frame.businessDate();
    Views views = stores.views();
    List<Standing> standings = views.receivables().standing(companyId, today);
    return new Dashboard(
        TaskList.of(
            frame,
            views.tieOuts().of(companyId),
            connections.ailing(companyId),
            offers.broken(),
            new CompanyWordings(stores, companyId).givingWay().size(),
            new WhoLeads(stores, offers).of(companyId).isPresent(),
            stores.tieOuts().runs().unexplained(companyId),
            views.tasks().of(companyId, today),
            views.workList().counts(companyId, frame.company().company().currency(), null, today),
            views.heldReminders().byReason(companyId)),
        new ReadFigures(stores).of(companyId, standings, today),
        views.whatChanged().between(companyId, today.minusDays(DAYS - 1), today),
        debtors(companyId, standings, today),
        oldest(companyId, today),
        tourWanted ? Tour.of(frame, views.tourStops().of(companyId)) : null,
        GoalsMet.of(stores, companyId, today),
        Trend.of(
            stores.figures().days().between(companyId, today.minusDays(GoalPage.DAYS), today)));
  }

  private List<CustomerList.Line> debtors(
      String companyId, List<Standing> standings, LocalDate today) {
    if (standings.isEmpty()) {
      return List.of();
    }
    return stores
        .views()
        .customers()
        .page(
            companyId,
            new CustomerList.Choice(standings.getFirst().currency(), null),
            today,
            null,
            A_FEW)
        .items();
  }

  private List<InvoiceList.Line> oldest(String companyId, LocalDate today) {
    return stores
        .views()
        .invoices()
        .page(
            companyId,
            new InvoiceList.Choice(InvoiceList.Filter.OVERDUE, null, null),
            today,
            null,
            A_FEW)
        .items();
  }
}
