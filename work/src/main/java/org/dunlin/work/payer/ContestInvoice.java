package org.dunlin.work.payer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.work.dialogue.Disputes;
import org.jspecify.annotations.Nullable;

/** A customer says on its page that an invoice is not right, with documents that show it. */
public final class ContestInvoice {
  /** So many documents of one customer are taken within a day. */
  public static final int MOST_PAPERS = 20;

  /** So many disputes over one invoice are open at once. */
  public static final int MOST_OPEN = 5;

  private static final Duration DAY = Duration.ofDays(1);

  private final Stores stores;
  private final Once once;
  private final Disputes disputes;

  /** Over these stores. */
  public ContestInvoice(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
    disputes = new Disputes(stores);
  }

  /**
   * What is not right.
   *
   * @param amount absent: all of it
   */
  public record Said(
      UUID invoiceId,
      @Nullable BigDecimal amount,
      DisputeReason reason,
      String words,
      List<SentFile> files) {
    public Said {
      files = List.copyOf(files);
    }
  }

  /**
   * Opens the dispute; false where this form did before.
   *
   * @throws NotDone when it is none
   */
  public boolean contest(Payer payer, PayerForm form, Said said) {
    NotDone.unless(!said.words().isBlank(), NotDone.Reason.NO_WORDS);
    return once.run(payer, form, () -> contestNow(payer, said));
  }

  private void contestNow(Payer payer, Said said) {
    OwnInvoices.needed(stores, payer, List.of(said.invoiceId()));
    NotDone.unless(open(payer, said.invoiceId()) < MOST_OPEN, NotDone.Reason.TOO_MANY_DISPUTES);
    NotDone.unless(
        said.files().isEmpty()
            || stores.payer().papers().sentWithin(payer.companyId(), payer.customerId(), DAY)
                    + said.files().size()
                <= MOST_PAPERS,
        NotDone.Reason.TOO_MANY_PAPERS);
    UUID dispute =
        disputes.open(
            payer.companyId(),
            new Disputes.Said(
                said.invoiceId(), said.amount(), said.reason(), null, null, said.words()),
            Payer.ACTOR);
    for (SentFile file : said.files()) {
      stores
          .payer()
          .papers()
          .add(
              payer.companyId(),
              payer.customerId(),
              dispute,
              file.name(),
              file.mediaType(),
              file.content());
    }
  }

  private long open(Payer payer, UUID invoiceId) {
    return stores
        .talk()
        .standstills()
        .standingOn(payer.companyId(), List.of(), List.of(invoiceId))
        .stream()
        .filter(each -> each.kind() == StandstillKind.DISPUTE)
        .filter(each -> each.state() == StandstillState.OPEN)
        .filter(each -> each.invoices().contains(invoiceId))
        .count();
  }
}
