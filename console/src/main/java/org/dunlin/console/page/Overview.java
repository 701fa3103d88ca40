package org.dunlin.console.page;

import java.util.List;
import org.dunlin.store.view.Conflicts;
import org.dunlin.store.view.OpenInvoiceLine;
import org.dunlin.store.view.Standing;
import org.dunlin.store.view.TieOut;
import org.dunlin.store.view.UnallocatedPayments;

/** How a company stands, as its page shows it. */
public record Overview(
    List<Task> tasks,
    List<Standing> standings,
    List<TieOut> tieOuts,
    List<OpenInvoiceLine> invoices,
    List<UnallocatedPayments.Total> unallocatedTotals,
    List<UnallocatedPayments.Line> unallocated,
    List<Conflicts.Line> conflicts) {}
