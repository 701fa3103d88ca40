package org.dunlin.work.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.VisibleText;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.TooLarge;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.Pieces;
import org.dunlin.store.inbox.RawContent.Rest;
import org.dunlin.store.inbox.UnknownCompany;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file into the inbox: its bytes and its place in the order of intake in one transaction,
 * which is one statement for all but large files. When this returns, the file is the hub's and its
 * source may forget it.
 */
public final class AcceptFile {
  private static final int LONGEST_NAME = 200;
  private static final Pattern NOT_SHOWN = Pattern.compile("\\p{Cntrl}");
  private static final String FLOW = "intake";

  private final Stores stores;
  private final Clock clock;
  private final Checkpoint checkpoint;
  private final long mostBytes;
  private final Spans spans;
  private volatile @Nullable LocalDate roomFor;

  /**
   * @param mostBytes the largest file that is accepted
   */
  public AcceptFile(Stores stores, Clock clock, Checkpoint checkpoint, long mostBytes) {
    this(stores, clock, checkpoint, mostBytes, Spans.NONE);
  }

  /**
   * @param mostBytes the largest file that is accepted
   * @param spans who is told of each file that is taken
   */
  public AcceptFile(
      Stores stores, Clock clock, Checkpoint checkpoint, long mostBytes, Spans spans) {
    this.spans = spans;
    this.stores = stores;
    this.clock = clock;
    this.checkpoint = checkpoint;
    this.mostBytes = mostBytes;
  }

  /**
   * Accepts a file of a folder, which may concern any company of the hub.
   *
   * @throws UnknownCompany when the hub has no such company
   */
  public Acceptance accept(String companyId, String connectionId, String name, InputStream stream) {
    return accept(companyId, connectionId, name, stream, Reach.HUB);
  }

  /** The largest file that is accepted, in bytes. */
  public long mostBytes() {
    return mostBytes;
  }

  /**
   * Accepts the file, unless the company has had one with the same bytes before; such a file is
   * noted and left out, under whatever name and road it comes. Where it may reach further than the
   * one before, that one may from then on.
   *
   * <p>When it throws, nothing is accepted and the source must keep the file.
   *
   * @throws UnknownCompany when the hub has no such company
   */
  public Acceptance accept(
      String companyId, String connectionId, String name, InputStream stream, Reach reach) {
    try {
      return take(companyId, connectionId, name, stream, reach, null);
    } catch (TooLarge e) {
      stores.flows().failed(companyId, connectionId, FLOW, name + ": " + e.getMessage());
      return new Acceptance.Refused(String.valueOf(e.getMessage()));
    } catch (UnknownCompany e) {
      throw e; // it has no flow that could show it
    } catch (RuntimeException e) {
      stores.flows().failed(companyId, connectionId, FLOW, name + ": " + e.getMessage());
      throw e;
    }
  }

  /**
   * The same, and it is not read until a person has it read again.
   *
   * @param why it waits
   */
  public Acceptance acceptAside(
      String companyId, String connectionId, String name, InputStream stream, Problem why) {
    try {
      return take(companyId, connectionId, name, stream, Reach.COMPANY, why);
    } catch (TooLarge e) {
      return new Acceptance.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Acceptance take(
      String companyId,
      String connectionId,
      String name,
      InputStream stream,
      Reach reach,
      @Nullable Problem aside) {
    Instant now = clock.instant();
    LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    makeRoom(month);
    String shown = shown(name);
    Delivery delivery = arriving(companyId, connectionId, shown, now, month, reach, aside);
    try {
      Pieces pieces = Pieces.of(stream);
      spans.in(
          new Spans.Work(Spans.Step.INTAKE, companyId, connectionId, delivery.id()),
          () -> commit(delivery, pieces, aside));
      checkpoint.reached(Step.INTAKE_COMMITTED);
      stores.flows().succeeded(companyId, connectionId, FLOW);
      stores.wakeups().wake(Stage.TRANSLATE);
      return new Acceptance.Accepted(delivery.id());
    } catch (CameAgain again) {
      stores.transactions().run(() -> cameAgain(companyId, shown, again, reach));
      return new Acceptance.CameBefore(again.earlier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(Delivery delivery, Pieces pieces, @Nullable Problem aside) {
    if (aside != null) {
      stores
          .transactions()
          .run(
              () -> {
                store(delivery, pieces);
                stores.inbox().setAside(delivery.companyId(), delivery.id(), aside);
              });
    } else if (pieces.one()) {
      store(delivery, pieces); // one statement is a transaction of its own
    } else {
      stores.transactions().run(() -> store(delivery, pieces));
    }
  }

  private void store(Delivery delivery, Pieces pieces) {
    Rest rest;
    try {
      rest =
          stores
              .rawContent()
              .write(
                  delivery.companyId(), delivery.id(), delivery.receivedMonth(), pieces, mostBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    checkpoint.reached(Step.INTAKE_STORED);
    Optional<UUID> earlier = stores.inbox().accept(delivery, pieces.sha256(), rest);
    if (earlier.isPresent()) {
      throw new CameAgain(earlier.get());
    }
  }

  private static Delivery arriving(
      String companyId,
      String connectionId,
      String name,
      Instant now,
      LocalDate month,
      Reach reach,
      @Nullable Problem aside) {
    return new Delivery(
        companyId,
        Ids.next(),
        0,
        connectionId,
        name,
        0,
        now,
        month,
        reach == Reach.HUB,
        null,
        aside == null ? DeliveryState.NEW : DeliveryState.QUARANTINED,
        0,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  private void cameAgain(String companyId, String name, CameAgain again, Reach reach) {
    if (reach == Reach.HUB) {
      stores.inbox().letHandOver(companyId, again.earlier);
    }
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                "delivery",
                again.earlier,
                "FILE_CAME_AGAIN",
                "intake",
                today,
                "The file " + name + " has the same bytes as this one; it was left out."));
  }

  private void makeRoom(LocalDate month) {
    if (!month.equals(roomFor)) {
      stores.transactions().run(() -> stores.rawContent().makeRoom(month));
      roomFor = month;
    }
  }

  /** The name as it is shown: no control or invisible characters, not longer than a line. */
  private static String shown(String name) {
    String clean = NOT_SHOWN.matcher(VisibleText.of(name)).replaceAll("?");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }

  /** Undoes the transaction of a file that came before. */
  private static final class CameAgain extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final UUID earlier;

    CameAgain(UUID earlier) {
      super(null, null, false, false);
      this.earlier = earlier;
    }
  }
}
