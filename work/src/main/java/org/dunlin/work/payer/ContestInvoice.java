package org.dunlin.work.payer;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.store.Stores;
import org.dunlin.work.dialogue.Disputes;
import org.jspecify.annotations.Nullable;

/** A customer says on its page that an invoice is not right, with documents that show it. */
public final class ContestInvoice {
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
}
