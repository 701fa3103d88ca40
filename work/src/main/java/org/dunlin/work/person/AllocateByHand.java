package org.dunlin.work.person;

import static org.dunlin.work.person.Applying.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * Allocates a payment as a person says: what was suggested is confirmed, anything else is the
 * person's own. All lines hold or none does, and no rule undoes them.
 */
public final class AllocateByHand {
  private final Stores stores;
  private final Applying applying;

  /** Over these stores, with programs that are told as far as they are able. */
  public AllocateByHand(Stores stores, Abilities abilities) {
    this.stores = stores;
    applying = new Applying(stores, abilities);
  }

  /**
   * What goes to one invoice.
   *
   * @param amount in the payment's currency, above zero
   * @param rest for what reason the invoice is settled beside the amount without money; absent
   *     where the rest stays open
   * @param restAmount how much of it is; absent where all that is open is
   * @param creditNoteId what the amount is taken of in place of the payment, where it goes with one
   */
  public record Line(
      UUID invoiceId,
      BigDecimal amount,
      @Nullable AdjustmentReason rest,
      @Nullable BigDecimal restAmount,
      @Nullable UUID creditNoteId) {
    /** One after which all of the invoice is settled. */
    public Line(UUID invoiceId, BigDecimal amount, @Nullable AdjustmentReason rest) {
      this(invoiceId, amount, rest, null, null);
    }

    /** One after which the rest of the invoice stays open. */
    public Line(UUID invoiceId, BigDecimal amount) {
      this(invoiceId, amount, null);
    }
  }

  /** What became of it, as of a credit note that is applied by itself. */
  public enum Outcome {
    /** It is allocated. */
    DONE,
    /** No line, or the same invoice twice, or no amount above zero with the currency's places. */
    NOTHING_TO_DO,
    /** Not money that came in. */
    NOT_INCOMING,
    /** One of the invoices is not there, or is no invoice; or a credit note is none. */
    NO_INVOICE,
    /** One of the invoices has another currency than the payment or credit note. */
    OTHER_CURRENCY,
    /** A credit note is not of the customer of the invoice. */
    OTHER_CUSTOMER,
    /** Less than that is left of what is applied, perhaps since somebody else was quicker. */
    LESS_LEFT,
    /** Less than that is open on an invoice, perhaps since somebody else was quicker. */
    LESS_OPEN
  }

  /** Allocates all of these lines, or none. */
  public Outcome allocate(String companyId, UUID paymentId, List<Line> lines, String by) {
    return applying.all(() -> allocateNow(companyId, paymentId, lines, by));
  }

  private void allocateNow(String companyId, UUID paymentId, List<Line> lines, String by) {
    PaymentState state = stores.payments().find(companyId, paymentId).orElse(null);
    require(state != null && state.payment().direction() == Direction.IN, Outcome.NOT_INCOMING);
    Payment payment = Objects.requireNonNull(state).payment();
    SaidLines said = new SaidLines(lines, payment.amount().getCurrencyUnit());
    require(
        said.sound() && lines.stream().anyMatch(line -> line.creditNoteId() == null),
        Outcome.NOTHING_TO_DO);
    applying.record(companyId, new Sum.OfPayment(paymentId), said, by);
  }
}
