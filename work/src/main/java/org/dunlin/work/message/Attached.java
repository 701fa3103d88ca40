package org.dunlin.work.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dunlin.core.message.Enclosed;
import org.dunlin.core.message.FileNames;
import org.dunlin.core.port.Dispatch;

/**
 * Which documents go along with a message: those of the oldest invoices first, as many as stay
 * within the limit together.
 *
 * @param leftOut the names of those for which there was no room
 */
public record Attached(List<Dispatch.Attachment> attachments, List<String> leftOut) {
  /** The media type of what is attached. */
  static final String PDF = "application/pdf";

  public Attached {
    attachments = List.copyOf(attachments);
    leftOut = List.copyOf(leftOut);
  }

  /** Chooses from documents in the order of their invoices. */
  static Attached of(List<InvoiceDocuments.Pdf> documents, long mostBytes) {
    List<Dispatch.Attachment> attachments = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    long left = mostBytes;
    for (InvoiceDocuments.Pdf document : documents) {
      String name = unlike(taken, FileNames.pdf(document.name()));
      if (document.bytes() > left) {
        leftOut.add(name);
      } else {
        left -= document.bytes();
        attachments.add(new Dispatch.Attachment(document.id(), name, PDF, document.bytes()));
      }
    }
    return new Attached(attachments, leftOut);
  }

  /** What the words of the message say of it. */
  public Enclosed enclosed() {
    return new Enclosed(attachments.size(), leftOut);
  }

  /** Two files of one name would overwrite each other in a reader's folder. */
  private static String unlike(Set<String> taken, String name) {
    String own = name;
    for (int copy = 2; !taken.add(own.toLowerCase(Locale.ROOT)); copy++) {
      own = name.replaceFirst("\\.pdf$", " (" + copy + ").pdf");
    }
    return own;
  }
}
