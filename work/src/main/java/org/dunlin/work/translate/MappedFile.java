package org.dunlin.work.translate;

import java.util.Optional;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.MappedSheets;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.intake.ZipArchive;

/**
 * Who reads a file: of CSV what the company itself said of its columns counts first, then what
 * descriptions say.
 */
final class MappedFile {
  private final Stores stores;
  private final Detection files;

  MappedFile(Stores stores, Detection files) {
    this.stores = stores;
    this.files = files;
  }

  Optional<Detected> detect(Delivery delivery, byte[] head) {
    Optional<Detected> known = files.detect(head);
    boolean mayBeMapped =
        known.map(each -> each.name().equals(Detection.CSV)).orElse(!ZipArchive.begins(head));
    return mayBeMapped ? mapped(delivery, head).or(() -> known) : known;
  }

  private Optional<Detected> mapped(Delivery delivery, byte[] head) {
    return stores
        .fileMappings()
        .find(delivery.companyId(), MappedSheets.prints(head))
        .flatMap(mapping -> MappedSheets.reader(mapping.description(), head));
  }
}
