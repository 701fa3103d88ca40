package org.dunlin.work.translate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Digests;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OverlappedDays.Way;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Found;

/**
 * Applies bank statements and their entries. A file is taken as a whole: whatever contradicts what
 * is known makes it untranslatable, and nothing of it is kept. Statements of accounts of other
 * companies of the hub are handed over to them, unless who brought the file acts for this company
 * alone; one that belongs nowhere is a problem of its own.
 */
final class StatementWriter {
  /** Entries that are added in one round trip: enough to make it cheap, few enough to be small. */
  private static final int MOST_WAITING = 500;

  private static final int MOST_WAITING_BYTES = 512 * 1024;

  private final Context context;
  private final AccountOwners owners;
  private final EarlierStatements earlier;
  private final Map<AccountId, LocalDate> unclaimed = new LinkedHashMap<>();
  private final Map<Way, BigDecimal> days = new HashMap<>();
  private final MessageDigest content = Digests.sha256();
  private final List<Entry> waiting = new ArrayList<>();
  private int waitingBytes;
  private int ordinal;
  private int first;
  private boolean namesErased;
  private boolean namedByBank;
  private boolean anyNew;

  StatementWriter(Context context, AccountOwners owners) {
    this.context = context;
    this.owners = owners;
    this.earlier = new EarlierStatements(context);
  }

  /** The entries that follow bear names which their bank gives no others. */
  void namedByBank() {
    namedByBank = true;
  }

  /** False where the account is not the company's: then the statement says what becomes of it. */
  boolean write(Payment payment) {
    int place = ordinal++; // of others' entries, too: whose they are may change until a replay
    if (payment.account() != null && !owners.ours(payment.account())) {
      unclaimed.putIfAbsent(payment.account(), payment.bookingDate());
      return false;
    }
    byte[] said = comparable(payment);
    content.update(said);
    waiting.add(new Entry(place, payment, Digests.sha256().digest(said), namedByBank));
    waitingBytes += CanonicalWriter.line(payment).length();
    Way way = new Way(payment.bookingDate(), payment.direction());
    days.merge(way, signed(payment), BigDecimal::add);
    if (waiting.size() == MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES) {
      writeWaiting();
    }
    return true;
  }

  /**
   * Adds the entries that wait; the first that cannot stand is the reason for refusing the file.
   */
  void writeWaiting() {
    List<Found> found =
        waiting.isEmpty()
            ? List.of()
            : context
                .stores()
                .payments()
                .add(context.origin(), context.delivery().id(), first, waiting);
    for (int i = 0; i < found.size(); i++) {
      check(waiting.get(i).said(), found.get(i));
    }
    waiting.clear();
    waitingBytes = 0;
  }

  private void check(Payment said, Found found) {
    switch (found) {
      case NEW -> anyNew = true;
      case KNOWN -> {}
      case ERASED -> namesErased = true;
      case FULLER -> fill(said);
      case TWICE_IN_STATEMENT ->
          throw refused(
              "ENTRY_TWICE",
              "two entries of one statement cannot be told apart ("
                  + said.id()
                  + "); ask the bank");
      case CONTRADICTED ->
          throw refused(
              "ENTRY_CONTRADICTED",
              "entry "
                  + said.id()
                  + " came before and said something else. Ask the bank which is right");
    }
  }

  private void fill(Payment said) {
    String company = context.origin().companyId();
    OpenedEntries entries = context.stores().openedEntries();
    OpenedEntries.Entry before = entries.lock(company, said.id()).orElseThrow();
    if (!before.opened()) {
      entries.enrich(company, Explaining.enriched(before.payment(), said));
    }
  }

  /** Whether an entry came again whose payer was erased. */
  boolean namesErased() {
    return namesErased;
  }

  /** Ends a statement, whose entries came before it; false where it is another company's. */
  boolean write(Statement ended) {
    writeWaiting();
    int began = first;
    Map<Way, BigDecimal> moved = Map.copyOf(days);
    first = ordinal;
    days.clear();
    if (!owners.ours(ended.account())) {
      unclaimed.remove(ended.account());
      owners.pass(ended.account(), "statement " + ended.from() + " to " + ended.to());
      return false;
    }
    content.update(comparable(ended));
    Outcome outcome =
        context
            .stores()
            .statements()
            .add(context.origin(), context.delivery().id(), ended, content.digest());
    boolean worded = namedByBank && !anyNew;
    anyNew = false;
    if (outcome == Outcome.CHANGED && !(worded && tallies(ended))) {
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
    earlier.hold(ended, moved, began, outcome == Outcome.ADDED);
    return true;
  }

  /** Whether it is the one that came before, with entries that their bank has worded anew. */
  private boolean tallies(Statement ended) {
    return context.stores().statements().tallies(context.origin().companyId(), ended);
  }

  /**
   * The accounts that are not the company's and of which no statement said what becomes of them,
   * each with its first day in the file: entries of a file without balances.
   */
  Map<AccountId, LocalDate> unclaimed() {
    return Map.copyOf(unclaimed);
  }

  /** Hands entries without a statement over as those with one. */
  void claim(AccountId account, LocalDate from) {
    owners.pass(account, "entries from " + from);
  }

  private static BigDecimal signed(Payment payment) {
    BigDecimal amount = payment.amount().getAmount();
    return payment.direction() == Direction.IN ? amount : amount.negate();
  }

  private Untranslatable refused(String code, String message) {
    return new Untranslatable(new Problem(context.delivery().name(), null, code, message));
  }

  /** The entry without its details, of which a later version of the reader may find more. */
  private static byte[] comparable(Payment p) {
    Payment bare =
        new Payment(
            p.id(),
            p.kind(),
            p.direction(),
            p.bookingDate(),
            p.valueDate(),
            p.amount(),
            p.payerName(),
            p.payerAccount(),
            p.payerBic(),
            p.remittance(),
            p.creditorReference(),
            p.references(),
            p.endToEndId(),
            p.transactionCode(),
            p.account(),
            p.returnOf(),
            p.source());
    return CanonicalWriter.line(bare).getBytes(StandardCharsets.UTF_8);
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
