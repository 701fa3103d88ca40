package org.dunlin.store.view;

import java.util.List;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit note over which a person decides.
 *
 * @param open what is left to apply; zero once it is settled or void
 * @param customer the customer's name
 * @param suggested what is suggested for it by itself, the newest first
 * @param applied what is applied of it, the newest first
 * @param leftBy who left it to its customer; absent where nobody did
 */
public record CreditNoteDetail(
    Invoice note,
    Money open,
    String customer,
    List<AllocationLine> suggested,
    List<AllocationLine> applied,
    @Nullable String leftBy) {}
