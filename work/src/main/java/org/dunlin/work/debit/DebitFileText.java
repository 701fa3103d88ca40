package org.dunlin.work.debit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.connectors.pain.DebitBatch;
import org.dunlin.connectors.pain.DebitFile;
import org.dunlin.connectors.pain.DebitLine;
import org.dunlin.connectors.pain.DebitWriter;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.CollectionFile.State;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.Debit.Place;
import org.dunlin.store.debit.Debit.Said;
import org.dunlin.store.debit.DebitState;
import org.dunlin.work.outgoing.FileText;

/**
 * The file of a collection that was approved, drawn from what is kept of it: the same each time.
 */
public final class DebitFileText {
  private DebitFileText() {}

  /** What the outbox keeps of it: nothing that tells of a debtor. */
  static String payload(UUID collection) {
    return "{\"name\":\"" + name(collection) + "\",\"charset\":\"UTF-8\",\"head\":\"\"}";
  }

  private static String name(UUID collection) {
    return "debits-" + FileHead.messageId(collection) + ".xml";
  }

  /** The file of the effect of this id; empty where it is no collection that may leave. */
  public static Optional<FileText> of(Stores stores, String companyId, UUID id) {
    return stores
        .debits()
        .files()
        .find(companyId, id)
        .filter(file -> file.state() == State.APPROVED)
        .map(file -> drawn(file, stores.debits().debits().ofCollection(companyId, id)));
  }

  private static FileText drawn(CollectionFile file, List<Debit> debits) {
    FileHead head = FileHead.of(file.head());
    Map<Integer, List<Debit>> batches = new TreeMap<>();
    for (Debit debit : debits) {
      if (debit.state() != DebitState.WITHDRAWN && debit.place() != null) {
        batches.computeIfAbsent(debit.place().batch(), number -> new ArrayList<>()).add(debit);
      }
    }
    DebitFile drawn =
        new DebitFile(
            FileHead.messageId(file.id()),
            LocalDateTime.parse(Objects.requireNonNull(head.createdAt())),
            head.creditor(),
            head.registration(),
            batches.values().stream().map(batch -> batch(file, head, batch)).toList());
    return new FileText(
        name(file.id()),
        DebitWriter.write(drawn, head.form(), head.bank()),
        StandardCharsets.UTF_8);
  }

  private static DebitBatch batch(CollectionFile file, FileHead head, List<Debit> debits) {
    Debit first = debits.getFirst();
    Place place = Objects.requireNonNull(first.place());
    return new DebitBatch(
        FileHead.batchId(file.id(), place.batch()),
        place.scheme(),
        place.sequence(),
        first.collectOn(),
        head.oneSum(),
        debits.stream().map(DebitFileText::line).toList());
  }

  private static DebitLine line(Debit debit) {
    Said said = debit.said();
    if (said == null) {
      throw new IllegalStateException(
          "what debit " + debit.id() + " says of its debtor is not kept any more");
    }
    boolean told = said.wasReference() != null || said.wasIban() != null;
    return new DebitLine(
        debit.endToEndId(),
        debit.amount(),
        said.reference(),
        said.signedOn(),
        told ? new DebitLine.Was(said.wasReference(), said.wasIban()) : null,
        said.holder(),
        said.iban(),
        said.bic(),
        said.remittance());
  }
}
