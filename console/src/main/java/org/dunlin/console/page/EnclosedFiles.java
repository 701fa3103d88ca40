package org.dunlin.console.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.work.message.StoredEnclosures;

/** The documents that go along with a message, as the page lists them. */
public final class EnclosedFiles {
  private final StoredEnclosures enclosures;
  private final List<Dispatch.Attachment> attachments;

  EnclosedFiles(StoredEnclosures enclosures, Dispatch dispatch) {
    this.enclosures = enclosures;
    this.attachments = dispatch instanceof Dispatch.Email email ? email.attachments() : List.of();
  }

  /** In the order in which they are attached. */
  public List<Dispatch.Attachment> attachments() {
    return attachments;
  }

  /** Whether a document can still be looked at: a newer version of its invoice replaces it. */
  public boolean isThere(Dispatch.Attachment attachment) {
    return enclosures.has(attachment);
  }

  Optional<Dispatch.Attachment> attachment(UUID document) {
    return attachments.stream().filter(each -> each.documentId().equals(document)).findFirst();
  }
}
