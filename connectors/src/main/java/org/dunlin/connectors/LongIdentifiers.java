package org.dunlin.connectors;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses identifiers of a length that no program gives. The ledger finds records by them, and its
 * indexes hold no more than some 2,700 bytes an entry.
 */
public final class LongIdentifiers {
  /** The most characters of an identifier; ISO 20022 and EN 16931 need a fraction of them. */
  static final int CHARACTERS_MAX = AccountId.LONGEST_KEY;

  private static final int SHOWN = 40;

  private LongIdentifiers() {}

  /** The problem of a record with such an identifier; empty for all others. */
  public static Optional<Problem> in(CanonicalRecord record, String source) {
    return identifiers(record).stream()
        .filter(each -> each.length() > CHARACTERS_MAX)
        .findFirst()
        .map(
            each ->
                new Problem(
                    source,
                    null,
                    "TOO_LONG",
                    "the identifier that begins with '"
                        + each.substring(0, SHOWN)
                        + "…' has "
                        + each.length()
                        + " characters, and at most "
                        + CHARACTERS_MAX
                        + " are taken; correct it where the file was made and export it again"));
  }

  /** A sink that refuses the file of a record with such an identifier. */
  public static RecordSink refused(RecordSink sink, String source) {
    return new Refusing(sink, source);
  }

  private static List<String> identifiers(CanonicalRecord record) {
    if (record instanceof Payment payment) {
      return given(
          payment.id(),
          payment.endToEndId(),
          payment.returnOf(),
          key(payment.account()),
          key(payment.payerAccount()));
    }
    if (record instanceof Statement statement) {
      return given(statement.id(), key(statement.account()));
    }
    if (record instanceof Customer customer) {
      return given(customer.id(), customer.number());
    }
    if (record instanceof Invoice invoice) {
      return given(invoice.id(), invoice.number(), invoice.paymentReference());
    }
    return List.of();
  }

  private static @Nullable String key(@Nullable AccountId account) {
    return account == null ? null : account.key();
  }

  private static List<String> given(@Nullable String... identifiers) {
    return Arrays.stream(identifiers).filter(Objects::nonNull).toList();
  }

  private record Refusing(RecordSink sink, String source) implements RecordSink {
    @Override
    public void accept(CanonicalRecord record) {
      if (!(record instanceof Payment payment) || isLong(payment)) {
        in(record, source)
            .ifPresent(
                problem -> {
                  throw new Untranslatable(problem);
                });
      }
      sink.accept(record);
    }

    /** The same without a list for each of the millions of payments that a file may hold. */
    private static boolean isLong(Payment payment) {
      return isLong(payment.id())
          || isLong(payment.endToEndId())
          || isLong(payment.returnOf())
          || isLong(key(payment.account()))
          || isLong(key(payment.payerAccount()));
    }

    private static boolean isLong(@Nullable String identifier) {
      return identifier != null && identifier.length() > CHARACTERS_MAX;
    }

    @Override
    public void document(int place) {
      sink.document(place);
    }

    @Override
    public void object(SourceObject object) {
      sink.object(object);
    }

    @Override
    public void advised(@Nullable AdvisedEntry entry) {
      sink.advised(entry);
    }

    @Override
    public void encoding(Charset found) {
      sink.encoding(found);
    }

    @Override
    public Scratch scratch() {
      return sink.scratch();
    }
  }
}
