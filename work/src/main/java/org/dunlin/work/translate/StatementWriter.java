package org.dunlin.work.translate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Digests;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.Payments.Found;
import org.dunlin.work.translate.LedgerWriter.Context;

/**
 * Applies bank statements and their entries. A file is taken as a whole: whatever contradicts what
 * is known makes it untranslatable, and nothing of it is kept. Statements of accounts of other
 * companies of the hub are handed over to them; one of nobody's account is a problem of its own.
 */
final class StatementWriter {
  private final Context context;
  private final HandOver handOver;
  private final Map<AccountId, List<String>> owners = new HashMap<>();
  private final MessageDigest content = Digests.sha256();
  private int ordinal;
  private boolean namesErased;

  StatementWriter(Context context, HandOver handOver) {
    this.context = context;
    this.handOver = handOver;
  }

  /** False where the account is not the company's: then the statement says what becomes of it. */
  boolean write(Payment payment) {
    if (payment.account() != null && !ours(payment.account())) {
      return false;
    }
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
    return true;
  }

  /** Whether an entry came again whose payer was erased. */
  boolean namesErased() {
    return namesErased;
  }

  /** Ends a statement, whose entries came before it; false where it is another company's. */
  boolean write(Statement ended) {
    if (!ours(ended.account())) {
      handOver.expect(onlyOwner(ended), ended.account());
      return false;
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
              + " came before and said something else; the first one stands. Ask the bank which is"
              + " right");
    }
    return true;
  }

  private boolean ours(AccountId account) {
    return owners(account).contains(context.origin().companyId());
  }

  private List<String> owners(AccountId account) {
    return owners.computeIfAbsent(account, context.stores().statements()::owners);
  }

  /** The one other company that has the account; a problem of this statement where none or two. */
  private String onlyOwner(Statement statement) {
    List<String> others = owners(statement.account());
    if (others.size() == 1) {
      return others.getFirst();
    }
    String position = "statement " + statement.from() + " to " + statement.to();
    String account = "account " + statement.account().key();
    throw others.isEmpty()
        ? new RefusedRecord(
            position,
            "UNKNOWN_ACCOUNT",
            account + " is not one of the company's; add it to the company's accounts and replay")
        : new RefusedRecord(
            position,
            "ACCOUNT_OF_SEVERAL",
            account
                + " stands in the settings of several companies; leave it with the one that owns it"
                + " and replay");
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
