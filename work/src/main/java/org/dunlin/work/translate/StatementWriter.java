package org.dunlin.work.translate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Digests;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.Payments.Found;
import org.dunlin.work.translate.LedgerWriter.Context;

/**
 * Applies bank statements and their entries. A statement is taken as a whole: whatever contradicts
 * what is known makes the whole file untranslatable, and nothing of it is kept.
 */
final class StatementWriter {
  private final Context context;
  private final MessageDigest content = Digests.sha256();
  private int ordinal;
  private boolean namesErased;

  StatementWriter(Context context) {
    this.context = context;
  }

  void write(Payment payment) {
    byte[] line = CanonicalWriter.line(payment).getBytes(StandardCharsets.UTF_8);
    content.update(line);
    Found found =
        context
            .stores()
            .payments()
            .add(
                context.origin(),
                context.delivery().id(),
                ordinal++,
                payment,
                Digests.sha256().digest(line));
    switch (found) {
      case NEW, KNOWN -> {}
      case ERASED -> namesErased = true;
      case TWICE_IN_DELIVERY ->
          throw refused(
              "ENTRY_TWICE",
              "two entries of the file cannot be told apart (" + payment.id() + "); ask the bank");
      case CONTRADICTED ->
          throw refused(
              "ENTRY_CONTRADICTED",
              "entry "
                  + payment.id()
                  + " came before and said something else; ask the bank which is right");
    }
  }

  /** Whether an entry came again whose payer was erased. */
  boolean namesErased() {
    return namesErased;
  }

  /** Ends a statement, whose entries came before it. */
  void write(Statement ended) {
    if (!context.stores().statements().owns(context.origin().companyId(), ended.account())) {
      throw refused(
          "UNKNOWN_ACCOUNT",
          "account "
              + ended.account().key()
              + " is not one of the company's; add it to the company's accounts and replay");
    }
    content.update(comparable(ended));
    Outcome outcome =
        context
            .stores()
            .statements()
            .add(context.origin(), context.delivery().id(), ended, content.digest());
    if (outcome == Outcome.CHANGED) {
      throw refused(
          "STATEMENT_CONTRADICTED",
          "another statement of account "
              + ended.account().key()
              + " from "
              + ended.from()
              + " to "
              + ended.to()
              + " came before and said something else; the first one stands");
    }
  }

  private Untranslatable refused(String code, String message) {
    return new Untranslatable(new Problem(context.delivery().name(), null, code, message));
  }

  /** The statement without the bank's number of it, which differs when it is drawn up again. */
  private static byte[] comparable(Statement s) {
    Statement anonymous =
        new Statement(
            "-",
            s.account(),
            s.currency(),
            s.from(),
            s.to(),
            s.openingBalance(),
            s.closingBalance(),
            s.entries(),
            null);
    return CanonicalWriter.line(anonymous).getBytes(StandardCharsets.UTF_8);
  }
}
