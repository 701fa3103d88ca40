package org.dunlin.work.translate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.dossier.CaseStatusFile;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.inbox.ClaimedDelivery;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.Inbox;
import org.dunlin.store.inbox.RawContentGone;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.secret.Unreadable;
import org.dunlin.work.ask.LargeReplies;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.intake.ZipArchive;
import org.dunlin.work.translate.TranslateTogether.Applied;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the next delivery of the inbox into records of the ledger. */
public final class TranslateDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(TranslateDelivery.class);
  private static final int MOST_ENDS = 10;
  static final String FLOW = "translate";

  private static final String ARCHIVE = "ZIP";
  private static final String STATUSES = "CASE_STATUSES";

  private final Stores stores;
  private final Detection files;
  private final Translators programs;
  private final Checkpoint checkpoint;
  private final TranslateTogether together;
  private final Abilities abilities;
  private final ArchiveLimits archiveLimits;
  private volatile Spans spans = Spans.NONE;

  /** Over these stores, without programs: what comes of one is quarantined. */
  public TranslateDelivery(Stores stores, Checkpoint checkpoint) {
    this(stores, Detection.carried(), FolderTranslators.NONE, checkpoint, Abilities.NONE);
  }

  /** The same as the next, with the descriptions of CSV files that the hub carries along. */
  public TranslateDelivery(
      Stores stores, Translators programs, Checkpoint checkpoint, Abilities abilities) {
    this(stores, Detection.carried(), programs, checkpoint, abilities);
  }

  /**
   * @param files recognises files
   * @param programs who translates what a program's stream brought
   * @param abilities of contradictions the programs are told as far as they are able
   */
  public TranslateDelivery(
      Stores stores,
      Detection files,
      Translators programs,
      Checkpoint checkpoint,
      Abilities abilities) {
    this(stores, files, programs, checkpoint, abilities, ArchiveLimits.USUAL);
  }

  TranslateDelivery(
      Stores stores,
      Detection files,
      Translators programs,
      Checkpoint checkpoint,
      Abilities abilities,
      ArchiveLimits archiveLimits) {
    this.stores = stores;
    this.files = files;
    this.programs = programs;
    this.checkpoint = checkpoint;
    this.together = new TranslateTogether(stores, programs, checkpoint);
    this.abilities = abilities;
    this.archiveLimits = archiveLimits;
  }

  /** These are told of each delivery that is translated. */
  public TranslateDelivery tell(Spans told) {
    spans = told;
    return this;
  }

  /** Translates the delivery that waits longest; false when none waits. */
  public boolean next() {
    List<ClaimedDelivery> claimed = stores.transactions().in(this::claim);
    if (!claimed.isEmpty()) {
      keep(claimed, 0);
      stores.wakeups().wake(Stage.MATCH); // it may have waited for this one
    } else {
      endPoison(); // which nobody claims, so it is in no other's way meanwhile
    }
    return !claimed.isEmpty();
  }

  private List<ClaimedDelivery> claim() {
    Optional<ClaimedDelivery> first = stores.inbox().claim();
    return first.map(together::claimBehind).orElse(List.of());
  }

  private void endPoison() {
    String reason =
        "It was tried "
            + Inbox.MOST_ATTEMPTS
            + " times and each time the hub stopped or failed before the end. Replay it once the"
            + " cause is mended.";
    stores.inbox().poison(reason).ifPresent(delivery -> note(delivery, "DELIVERY_POISON", reason));
  }

  private void keep(List<ClaimedDelivery> claimed, int from) {
    if (from == claimed.size()) {
      translate(claimed);
    } else {
      Delivery delivery = claimed.get(from).delivery();
      stores
          .leases()
          .keepDelivery(
              delivery.companyId(),
              delivery.id(),
              claimed.get(from).lease(),
              () -> keep(claimed, from + 1));
    }
  }

  private void translate(List<ClaimedDelivery> claimed) {
    if (claimed.size() > 1 && together.applied(claimed, this::applyOneOfMany, this::settle)) {
      return;
    }
    claimed.forEach(one -> spans.in(work(one.delivery()), () -> translate(one)));
  }

  private static Spans.Work work(Delivery it) {
    return new Spans.Work(Spans.Step.TRANSLATE, it.companyId(), it.connectionId(), it.id());
  }

  private void translate(ClaimedDelivery claimed) {
    Delivery delivery = claimed.delivery();
    checkpoint.reached(Step.TRANSLATE_CLAIMED);
    try {
      readAtLast(claimed);
    } catch (LeaseLost e) {
      LOG.warn("{}; what this process made of it is dropped", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("translating {} broke off", delivery.name(), e);
      String sentence = "Translating " + delivery.name() + " broke off: " + e;
      stores.transactions().run(() -> stores.inbox().giveBack(claimed, sentence));
      stores.flows().failed(delivery.companyId(), delivery.connectionId(), FLOW, sentence);
    }
  }

  /**
   * Pages of one program name the same customers, each in its own order: of two that wait for each
   * other PostgreSQL ends one, which then begins anew.
   */
  private void readAtLast(ClaimedDelivery claimed) {
    int ended = 0;
    boolean done = false;
    while (!done) {
      try {
        read(claimed);
        done = true;
      } catch (Collision e) {
        if (++ended == MOST_ENDS) {
          throw e;
        }
        LOG.debug("translating {} begins anew", claimed.delivery().name(), e);
      }
    }
  }

  private void read(ClaimedDelivery claimed) {
    Delivery delivery = claimed.delivery();
    try {
      if (AcceptPage.NOTICES.equals(delivery.stream())) {
        endNotice(claimed);
      } else if (delivery.stream() != null) {
        Translator translator = programs.apply(delivery);
        LargeReplies.readKept(
            delivery.bytes(), () -> apply(claimed, TranslateTogether.PAGE, translator));
      } else {
        readFile(claimed);
      }
    } catch (Untranslatable refused) {
      quarantine(claimed, null, refused.problem());
    } catch (RawContentGone e) {
      quarantine(claimed, null, unread(delivery, "RAW_CONTENT_GONE", e));
    } catch (Unreadable e) {
      quarantine(claimed, null, unread(delivery, "RAW_CONTENT_UNREADABLE", e));
    }
  }

  private void readFile(ClaimedDelivery claimed) {
    byte[] head = head(claimed.delivery());
    Optional<Detected> file = new MappedFile(stores, files).detect(claimed.delivery(), head);
    if (ZipArchive.begins(head)) {
      unpack(claimed);
    } else if (CaseStatusFile.begins(head)) {
      takeStatuses(claimed);
    } else if (file.isPresent()) {
      apply(claimed, file.get().name(), file.get().translator());
    } else {
      quarantine(claimed, null, files.unknown(head, claimed.delivery().name()));
    }
  }

  /** What agencies say of their cases is no record of the ledger. */
  private void takeStatuses(ClaimedDelivery claimed) {
    Delivery delivery = claimed.delivery();
    Optional<Problem> nothing = stores.transactions().in(() -> statusesTaken(claimed));
    nothing.ifPresentOrElse(
        problem -> failed(delivery, problem),
        () -> stores.flows().succeeded(delivery.companyId(), delivery.connectionId(), FLOW));
  }

  private Optional<Problem> statusesTaken(ClaimedDelivery claimed) {
    Delivery delivery = claimed.delivery();
    stores.erasures().useBooks(delivery.companyId());
    stores.problems().clear(delivery.companyId(), delivery.id());
    ProblemNotes problems = new ProblemNotes(stores, delivery);
    int taken = CaseStatuses.taken(stores, delivery, problems);
    Optional<Problem> nothing = taken == 0 ? problems.first() : Optional.empty();
    if (nothing.isPresent()) {
      refuse(claimed, STATUSES, nothing.get());
    } else {
      stores.companies().addWorkDue(delivery.companyId(), WorkDue.DUN);
      stores.inbox().applied(claimed, STATUSES, taken);
      stores.deliveryKeys().sealForHub(delivery.companyId(), delivery.id());
    }
    checkpoint.reached(Step.TRANSLATE_APPLIED);
    return nothing;
  }

  /** The files are kept each by itself from then on, and may be forgotten each by itself. */
  private void unpack(ClaimedDelivery claimed) {
    Delivery delivery = claimed.delivery();
    stores
        .transactions()
        .run(
            () -> {
              UnpackArchive archive = new UnpackArchive(stores, delivery, archiveLimits);
              try (InputStream raw = stores.rawContent().read(delivery)) {
                archive.unpack(raw);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              stores.inbox().applied(claimed, ARCHIVE, archive.members());
              note(delivery, "ARCHIVE_UNPACKED", archive.sentence());
              dropRaw(delivery);
              checkpoint.reached(Step.TRANSLATE_APPLIED);
            });
    stores.flows().succeeded(delivery.companyId(), delivery.connectionId(), FLOW);
    stores.wakeups().wake(Stage.TRANSLATE);
  }

  private void dropRaw(Delivery archive) {
    stores
        .rawContent()
        .drop(
            archive.companyId(),
            archive.id(),
            archive.receivedMonth(),
            "Its files are kept each by itself.");
  }

  /** A notice brings nothing itself, also where a person has it read again. */
  private void endNotice(ClaimedDelivery claimed) {
    stores.transactions().run(() -> stores.inbox().applied(claimed, AcceptPage.NOTICE, 0));
  }

  private static Problem unread(Delivery delivery, String code, RuntimeException e) {
    return new Problem(delivery.name(), null, code, String.valueOf(e.getMessage()));
  }

  private void apply(ClaimedDelivery claimed, String format, Translator translator) {
    try {
      together.after(
          List.of(stores.transactions().in(() -> applyAll(claimed, format, translator, null))));
    } catch (Untranslatable refused) {
      quarantine(claimed, format, refused.problem());
    }
  }

  private Applied applyOneOfMany(
      ClaimedDelivery claimed, String format, Translator translator, Referred all) {
    List<Applied> applied = new ArrayList<>(1);
    spans.in(
        work(claimed.delivery()), () -> applied.add(applyAll(claimed, format, translator, all)));
    return applied.getFirst();
  }

  private boolean settle(Referred all, Delivery one) {
    return all.settle(stores, abilities, one.companyId(), today(one));
  }

  /** Applies what can be applied. */
  private Applied applyAll(
      ClaimedDelivery claimed, String format, Translator translator, @Nullable Referred all) {
    Delivery delivery = claimed.delivery();
    stores.erasures().useBooks(delivery.companyId());
    stores.journal().gather(delivery.companyId());
    ScratchFiles scratch = new ScratchFiles();
    LedgerWriter ledger =
        new LedgerWriter(stores, delivery, today(delivery), abilities, scratch, all);
    stores.problems().clear(delivery.companyId(), delivery.id());
    try (scratch) {
      readInto(ledger, delivery, translator);
    }
    Optional<Problem> nothing = ledger.records() == 0 ? ledger.firstProblem() : Optional.empty();
    if (nothing.isPresent()) {
      refuse(claimed, format, nothing.get());
    } else {
      stores.companies().addWorkDue(delivery.companyId(), WorkDue.MATCH);
      stores.inbox().applied(claimed, format, ledger.records());
      new KeptBytes(stores).keep(delivery, ledger);
    }
    checkpoint.reached(Step.TRANSLATE_APPLIED);
    return new Applied(delivery, nothing.orElse(null), ledger.settled());
  }

  private void readInto(LedgerWriter ledger, Delivery delivery, Translator translator) {
    try (InputStream stream = stores.rawContent().read(delivery)) {
      try {
        translator.translate(stream, delivery.name(), ledger);
      } catch (Untranslatable later) {
        ledger.end(); // what comes earlier in the file and cannot stand is the reason
        throw later;
      }
      ledger.readAgain(translator);
      ledger.end();
      ledger.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void quarantine(ClaimedDelivery claimed, @Nullable String format, Problem problem) {
    Delivery delivery = claimed.delivery();
    stores.transactions().run(() -> refuse(claimed, format, problem));
    failed(delivery, problem);
  }

  private void failed(Delivery delivery, Problem problem) {
    together.failed(delivery, problem);
  }

  private void refuse(ClaimedDelivery claimed, @Nullable String format, Problem problem) {
    stores.inbox().quarantined(claimed, format, problem);
    note(claimed.delivery(), "DELIVERY_QUARANTINED", problem.code() + ": " + problem.message());
  }

  private void note(Delivery delivery, String event, String reason) {
    stores
        .journal()
        .append(
            delivery.companyId(),
            Happening.to("delivery", delivery.id(), event, FLOW, today(delivery), reason));
  }

  private LocalDate today(Delivery delivery) {
    return stores.companies().businessDate(stores.companies().profile(delivery.companyId()));
  }

  private byte[] head(Delivery delivery) {
    try (InputStream stream = new BufferedInputStream(stores.rawContent().read(delivery))) {
      return stream.readNBytes(Formats.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
