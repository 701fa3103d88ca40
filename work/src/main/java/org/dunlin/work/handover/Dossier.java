package org.dunlin.work.handover;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
 * stay in the hub.
 */
public final class Dossier {
  /** In what is told an agency of a case that it has already. */
  static final String RECALL = "recall";

  private static final int MOST_MESSAGES = 500;

  private final Stores stores;

  /** From these stores. */
  public Dossier(Stores stores) {
    this.stores = stores;
  }

  /** Whether it only says that a case is taken back. */
  public static boolean isRecall(String payload) {
    return CaseFacts.read(payload).has(RECALL);
  }

  /** The name of the file, without a path. */
  public static String name(UUID effectId, String payload) {
    JsonNode facts = CaseFacts.read(payload);
    return facts.has(RECALL)
        ? "case-" + facts.path(RECALL).asText() + "-recall.json"
        : "case-" + effectId + ".zip";
  }

  /** The file. */
  public byte[] bytes(String companyId, UUID effectId, String payload) {
    if (isRecall(payload)) {
      return CaseFacts.read(payload).toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(companyId, effectId, payload, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String companyId, UUID effectId, String payload, OutputStream out)
      throws IOException {
    JsonNode facts = CaseFacts.read(payload);
    Effect own = stores.outbox().find(companyId, effectId).orElseThrow();
    UUID customer = UUID.fromString(facts.path("customer").path("id").asText());
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    FileTime time = FileTime.from(own.decidedAt());
    put(zip, time, "case.json", facts.toPrettyString().getBytes(StandardCharsets.UTF_8));
    put(zip, time, "case.xlsx", CaseBook.of(payload));
    for (JsonNode invoice : facts.path("invoices")) {
      documents(companyId, zip, time, invoice);
    }
    correspondence(companyId, customer, zip, time);
    zip.finish();
  }

  private void documents(String companyId, ZipOutputStream zip, FileTime time, JsonNode invoice)
      throws IOException {
    UUID id = UUID.fromString(invoice.path("id").asText());
    for (KeptDocument document : stores.documents().of(companyId, id)) {
      if (document.attachment().embedded()) {
        String name = safe(String.valueOf(document.attachment().name()));
        try (InputStream content = stores.documents().read(companyId, document)) {
          put(
              zip,
              time,
              "invoices/"
                  + safe(invoice.path("number").asText())
                  + "/"
                  + document.id()
                  + "-"
                  + name,
              content.readAllBytes());
        }
      }
    }
  }

  private void correspondence(String companyId, UUID customer, ZipOutputStream zip, FileTime time)
      throws IOException {
    List<UUID> group = stores.customerLinks().group(companyId, customer);
    int count = 0;
    for (UUID each : group) {
      for (Effect effect : stores.outbox().ofCustomer(companyId, each)) {
        String payload = effect.payload();
        if (effect.state() == EffectState.SENT && payload != null && count < MOST_MESSAGES) {
          String name = "correspondence/" + effect.businessDate() + "-" + effect.id();
          if (effect.kind() == EffectKind.LETTER) {
            LetterFile letter = LetterFile.of(stores, companyId, effect.id(), payload);
            put(zip, time, name + ".pdf", letter.pdf());
            count++;
          } else if (effect.kind() == EffectKind.EMAIL) {
            put(zip, time, name + ".txt", text(Payloads.email(effect)));
            count++;
          }
        }
      }
    }
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
      put(zip, time, "correspondence/said.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] text(Dispatch.Email email) {
    String text = "To: " + email.to() + "\nSubject: " + email.subject() + "\n\n" + email.text();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, FileTime time, String name, byte[] bytes)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    return plain.length() <= 100 ? plain : plain.substring(plain.length() - 100);
  }
}
