package org.dunlin.work.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.payer.PayerPapers;

/** The ZIP file of one customer, written entry after entry. */
final class CustomerZip {
  private static final int LONGEST_NAME = 100;

  private final ZipOutputStream zip;
  private final FileTime time;

  CustomerZip(OutputStream target, Instant now) {
    zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    time = FileTime.from(now);
  }

  void text(String name, String text) throws IOException {
    begin(name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  void lines(String name, List<String> lines) throws IOException {
    begin(name);
    for (String line : lines) {
      zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
  }

  /** A raw file as it came; its place in the order of intake makes its name unique. */
  void raw(Delivery delivery, InputStream content) throws IOException {
    begin("raw/" + delivery.intakeSequence() + "-" + safe(delivery.name()));
    try (content) {
      content.transferTo(zip);
    }
    zip.closeEntry();
  }

  /** A document of an invoice as it came; its id makes its name unique. */
  void attachment(String invoice, KeptDocument document, InputStream content) throws IOException {
    String name = safe(String.valueOf(document.attachment().name()));
    begin("attachments/" + safe(invoice) + "/" + document.id() + "-" + name);
    try (content) {
      content.transferTo(zip);
    }
    zip.closeEntry();
  }

  /** A document that the customer sent; its id makes its name unique. */
  void paper(PayerPapers.Paper paper, InputStream content) throws IOException {
    begin("sent/" + paper.id() + "-" + safe(paper.name()));
    try (content) {
      content.transferTo(zip);
    }
    zip.closeEntry();
  }

  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
  }

  private static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }
}
