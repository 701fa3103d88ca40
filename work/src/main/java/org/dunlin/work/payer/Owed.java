package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of which something is open, as its payer sees it.
 *
 * @param due when its earliest open instalment is due; absent where no day is known
 * @param daysOverdue 0 while it is in time
 * @param paid what is not open any more of the total, however it was settled
 * @param contested what of the open amount is contested, and asked for no more
 * @param promised the day promised for it, where one is
 * @param debited the day on which it is debited from the payer's account, where that is under way
 * @param linked whether the link that was opened is for it
 * @param reference what to quote when paying it
 */
public record Owed(
    UUID id,
    String number,
    LocalDate issued,
    @Nullable LocalDate due,
    long daysOverdue,
    Money total,
    Money paid,
    Money open,
    Money contested,
    @Nullable LocalDate promised,
    @Nullable LocalDate debited,
    boolean linked,
    String reference,
    List<Paper> papers) {
  public Owed {
    papers = List.copyOf(papers);
  }

  /** A document of the invoice that can be fetched. */
  public record Paper(UUID id, String name, long bytes) {}
}
