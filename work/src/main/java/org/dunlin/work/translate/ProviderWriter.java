package org.dunlin.work.translate;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Digests;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.Payments;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Found;

/**
 * Adds the money of a payment provider to the ledger: payments, fees, what went back and what was
 * paid out, each once, whatever objects of the provider bring it. What was moved once stands; a
 * provider that says another amount of it later is not believed.
 */
final class ProviderWriter {
  private final Context context;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> references = new HashSet<>();
  private int ordinal;
  private boolean namesErased;

  ProviderWriter(Context context) {
    this.context = context;
  }

  /**
   * Adds it.
   *
   * @throws RefusedRecord where it names no account, or contradicts what came before
   */
  void write(Payment said) {
    AccountId account = said.account();
    if (account == null) {
      throw new RefusedRecord(
          "payment " + said.id(),
          "NO_ACCOUNT",
          "a provider's payment names the account there that it moved on; let the mapping give"
              + " accountNumber and accountScheme");
    }
    String key = Payments.providerKey(account, said.id());
    if (said.voided()) {
      return;
    }
    if (!seen.add(key)) {
      return; // one page may tell of it twice, as with a payment and with the balance that it is in
    }
    byte[] content = CanonicalWriter.line(said).getBytes(StandardCharsets.UTF_8);
    Entry entry = Entry.ofProvider(ordinal++, said, Digests.sha256().digest(content), key);
    List<Found> found =
        context
            .stores()
            .payments()
            .add(context.origin(), context.delivery().id(), entry.ordinal(), List.of(entry));
    switch (found.getFirst()) {
      case NEW -> refer(said);
      case KNOWN, TWICE_IN_STATEMENT -> {}
      case ERASED -> namesErased = true;
      case FULLER -> {
        fill(said, key);
        refer(said);
      }
      case CONTRADICTED ->
          throw new RefusedRecord(
              "payment " + said.id(),
              "ENTRY_CONTRADICTED",
              "payment "
                  + said.id()
                  + " came before with another amount, direction or day; the first one stands. Ask"
                  + " the provider which is right");
    }
  }

  private void refer(Payment said) {
    if (said.endToEndId() != null) {
      references.add(said.endToEndId());
    }
  }

  /** What the money that was added bears as its references. */
  Set<String> references() {
    return references;
  }

  /** Whether money came again whose payer was erased. */
  boolean namesErased() {
    return namesErased;
  }

  private void fill(Payment said, String key) {
    String company = context.origin().companyId();
    OpenedEntries entries = context.stores().openedEntries();
    OpenedEntries.Entry before = entries.lock(company, key).orElseThrow();
    entries.enrich(company, Explaining.enriched(before.payment(), said));
  }
}
