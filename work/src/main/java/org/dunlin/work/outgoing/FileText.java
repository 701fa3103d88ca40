package org.dunlin.work.outgoing;

import java.nio.charset.Charset;
import java.util.UUID;
import org.dunlin.store.Stores;

/**
 * A file as it is put where another program takes it.
 *
 * @param name without a path
 * @param content without what concerned customers who were erased since
 */
public record FileText(String name, String content, Charset charset) {

  /** The file of an effect with this payload. */
  public static FileText of(Stores stores, String companyId, UUID effectId, String payload) {
    KeptFile file = KeptFile.of(payload);
    StringBuilder content = new StringBuilder(file.head());
    stores.outgoingLines().of(companyId, effectId).stream()
        .filter(line -> line.text() != null)
        .forEach(line -> content.append(KeptLine.of(line).text()));
    return new FileText(file.name(), content.toString(), Charset.forName(file.charset()));
  }
}
