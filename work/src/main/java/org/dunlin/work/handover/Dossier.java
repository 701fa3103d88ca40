package org.dunlin.work.handover;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.connectors.dossier.CaseBook;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.letter.LetterFile;
import org.dunlin.work.record.TalkJson;

/**
 * What is handed to who collects a case: a ZIP with the facts as JSON and as a workbook, the
 * documents of the invoices, and what was written and said. Notes that people made for themselves
 * stay in the hub. What has no room in it is listed in it.
 */
public final class Dossier {
  /** In what is told an agency of a case that it has already. */
  static final String RECALL = "recall";

  static final String REOPEN = "reopen";

  private static final int MOST_MESSAGES = 500;

  /** So many bytes of documents and messages are in one, before they are compressed. */
  private static final long MOST_BYTES = 200L << 20;

  private final Stores stores;
  private final long mostBytes;

  /** From these stores. */
  public Dossier(Stores stores) {
    this(stores, MOST_BYTES);
  }

  /**
   * The same.
   *
   * @param mostBytes so many bytes of documents and messages are in one
   */
  public Dossier(Stores stores, long mostBytes) {
    this.stores = stores;
    this.mostBytes = mostBytes;
  }

  /** Whether it only says that a case is taken back. */
  public static boolean isRecall(String payload) {
    return CaseFacts.read(payload).has(RECALL);
  }

  /** Whether it only says that a case goes on that was taken back as paid. */
  public static boolean isReopening(String payload) {
    return CaseFacts.read(payload).has(REOPEN);
  }

  /** The name of the file, without a path. */
  public static String name(UUID effectId, String payload) {
    JsonNode facts = CaseFacts.read(payload);
    if (facts.has(REOPEN)) {
      return "case-" + facts.path(REOPEN).asText() + "-reopen.json";
    }
    return facts.has(RECALL)
        ? "case-" + facts.path(RECALL).asText() + "-recall.json"
        : "case-" + effectId + ".zip";
  }

  /** Writes the file onto a stream, which stays open; documents pass through piece by piece. */
  public void write(String companyId, UUID effectId, String payload, OutputStream out)
      throws IOException {
    JsonNode facts = CaseFacts.read(payload);
    byte[] shown = facts.toPrettyString().getBytes(StandardCharsets.UTF_8);
    if (facts.has(RECALL) || facts.has(REOPEN)) {
      out.write(shown);
      return;
    }
    Effect own = stores.outbox().find(companyId, effectId).orElseThrow();
    UUID customer = UUID.fromString(facts.path("customer").path("id").asText());
    DossierZip zip = new DossierZip(out, FileTime.from(own.decidedAt()), mostBytes);
    zip.fact("case.json", shown);
    zip.fact("case.xlsx", CaseBook.of(payload));
    for (JsonNode invoice : facts.path("invoices")) {
      documents(companyId, zip, invoice);
    }
    List<UUID> group = stores.customerLinks().group(companyId, customer);
    correspondence(companyId, group, zip);
    said(companyId, group, zip);
    zip.finish();
  }

  private void documents(String companyId, DossierZip zip, JsonNode invoice) throws IOException {
    UUID id = UUID.fromString(invoice.path("id").asText());
    String folder = "invoices/" + safe(invoice.path("number").asText()) + "/";
    for (KeptDocument document : stores.documents().of(companyId, id)) {
      if (document.attachment().embedded()) {
        String name = safe(String.valueOf(document.attachment().name()));
        zip.add(
            folder + document.id() + "-" + name,
            document.bytes(),
            () -> stores.documents().read(companyId, document));
      }
    }
  }

  /** What went to the customer; what was only tried out went to a tester. */
  private void correspondence(String companyId, List<UUID> group, DossierZip zip)
      throws IOException {
    int count = 0;
    for (UUID each : group) {
      for (Effect effect : stores.outbox().ofCustomer(companyId, each)) {
        String payload = effect.payload();
        boolean message = effect.kind().isMessage() && effect.kind() != EffectKind.HANDOVER;
        if (message
            && payload != null
            && effect.state() == EffectState.SENT
            && inEarnest(companyId, effect)) {
          String name = "correspondence/" + effect.businessDate() + "-" + effect.id();
          if (count == MOST_MESSAGES) {
            zip.leaveOut(name, "the file takes " + MOST_MESSAGES + " messages");
          } else if (effect.kind() == EffectKind.LETTER) {
            zip.add(name + ".pdf", LetterFile.of(stores, companyId, effect.id(), payload).pdf());
            count++;
          } else {
            zip.add(name + ".txt", text(Payloads.dispatch(effect)));
            count++;
          }
        }
      }
    }
  }

  private boolean inEarnest(String companyId, Effect effect) {
    String action = effect.actionId();
    return action != null && stores.actions().inEarnest(companyId, action);
  }

  private void said(String companyId, List<UUID> group, DossierZip zip) throws IOException {
    List<String> said = new ArrayList<>();
    for (DialogueEntry entry :
        stores.talk().dialogue().ofCustomers(companyId, group, MOST_MESSAGES)) {
      switch (entry.kind()) {
        case CALL, ANSWER -> said.add(TalkJson.entry(entry));
        case NOTE, AUTO_ANSWER, BOUNCE -> {}
      }
    }
    if (!said.isEmpty()) {
      String lines = String.join("\n", said) + "\n";
      zip.add("correspondence/said.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] text(Dispatch dispatch) {
    String text =
        dispatch instanceof Dispatch.Email email
            ? "To: " + email.to() + "\nSubject: " + email.subject() + "\n\n" + email.text()
            : dispatch instanceof Dispatch.Text sent
                ? "To: " + sent.to() + "\n\n" + sent.text() + "\n"
                : "";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    return plain.length() <= 100 ? plain : plain.substring(plain.length() - 100);
  }
}
