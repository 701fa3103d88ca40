package org.dunlin.work.outgoing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.connectors.outgoing.MatchedLine;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Stage;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.OutgoingLines.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes, once a business day and after dunning has decided over it, what was matched since the
 * file before, and takes back what stands no more. Each match is written once to a connection.
 */
public final class WriteFiles {
  /** The flow that says whether all that was matched could be written. */
  public static final String FLOW = "write";

  private static final Logger LOG = LoggerFactory.getLogger(WriteFiles.class);
  private static final int MOST_LINES = 5000;
  private static final int PROBLEMS_SAID = 3;

  private final Stores stores;
  private final Clock clock;

  /** Over these stores; the clock dates files that say when they were made. */
  public WriteFiles(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** Writes for every company whose day is new; true when there was something. */
  public boolean next() {
    boolean wrote = false;
    if (stores.settings().restored().isEmpty()) { // else the hub before may have written it
      for (String companyId : stores.companies().ids()) {
        for (Connection connection : stores.connections().of(companyId)) {
          wrote |= due(connection) && tried(connection);
        }
      }
    }
    if (wrote) {
      stores.wakeups().wake(Stage.DELIVER);
    }
    return wrote;
  }

  private static boolean due(Connection connection) {
    return connection.program().equals(RoadKind.OUTGOING.program())
        && !connection.paused()
        && !OutgoingSettings.of(connection).content().isStatus();
  }

  /** What is wrong with one connection must not keep the others from their turn. */
  private boolean tried(Connection connection) {
    try {
      return stores.transactions().in(() -> write(connection));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.debug("nothing is written for {}", connection.id(), e);
      failed(connection, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private boolean write(Connection connection) {
    CompanyProfile profile = stores.companies().profile(connection.companyId());
    LocalDate today = stores.companies().businessDate(profile);
    if (profile.mode() != DunningMode.LIVE
        || !stores.companies().dunnedOn(profile.id(), today)
        || !stores.outgoingLines().begin(profile.id(), connection.id(), today)) {
      return false;
    }
    List<Problem> problems = new ArrayList<>();
    int files = 0;
    int lines;
    do {
      Written written = written(profile, connection, today, files);
      problems = written.problems();
      lines = written.lines().size();
      if (lines > 0) {
        add(profile, connection, written, today);
        files++;
      }
    } while (lines > 0);
    if (problems.isEmpty()) {
      stores.flows().succeeded(profile.id(), connection.id(), FLOW);
    } else {
      failed(connection, sentence(problems));
    }
    return files > 0;
  }

  private Written written(
      CompanyProfile profile, Connection connection, LocalDate today, int before) {
    OutgoingSettings settings = OutgoingSettings.of(connection);
    String name = connection.id() + "_" + today + (before == 0 ? "" : "_" + (before + 1));
    List<MatchedLine> lines = lines(profile.id(), connection, settings);
    if (lines.isEmpty()) {
      return new Written(new KeptFile(name, "UTF-8", ""), List.of(), List.of());
    }
    return switch (settings.content()) {
      case PAYMENTS -> WrittenCsv.of(settings, name, lines);
      case DATEV ->
          WrittenDatev.of(
              settings,
              profile.company(),
              name,
              lines,
              LocalDateTime.ofInstant(clock.instant(), profile.company().timeZone()));
      case STATUS_LINES, STATUS_CSV -> throw new IllegalStateException("these tell each change");
    };
  }

  private List<MatchedLine> lines(
      String companyId, Connection connection, OutgoingSettings settings) {
    List<MatchedLine> lines = new ArrayList<>();
    for (Line line : stores.outgoingLines().toUndo(companyId, connection.id(), MOST_LINES)) {
      lines.add(KeptLine.of(line).matched(line).takenBack());
    }
    List<Stored> unwritten =
        stores.outgoingLines().unwritten(companyId, connection.id(), settings.since(), MOST_LINES);
    unwritten.forEach(stored -> lines.add(line(companyId, stored)));
    return lines;
  }

  private MatchedLine line(String companyId, Stored stored) {
    var allocation = stored.allocation();
    var payment =
        stores
            .payments()
            .find(companyId, UUID.fromString(String.valueOf(allocation.paymentId())))
            .orElseThrow()
            .payment();
    var invoice =
        stores
            .invoices()
            .find(companyId, UUID.fromString(allocation.invoiceId()))
            .orElseThrow()
            .invoice();
    var customer =
        stores.customers().find(companyId, UUID.fromString(invoice.customerId())).orElseThrow();
    return new MatchedLine(
        stored.id().toString(),
        false,
        stored.businessDate(),
        payment,
        allocation,
        invoice,
        customer,
        stores.adjustments().settledWith(companyId, stored.id()).stream()
            .map(Adjustments.Stored::adjustment)
            .toList());
  }

  private void add(
      CompanyProfile profile, Connection connection, Written written, LocalDate today) {
    UUID id = Ids.next();
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                connection.id(),
                connection.id() + "/files",
                EffectKind.OUTGOING_FILE,
                null,
                written.file().json(),
                EffectState.PENDING,
                today));
    stores
        .outgoingLines()
        .add(
            profile.id(),
            id,
            connection.id(),
            written.lines().stream().map(WriteFiles::kept).toList());
  }

  private static Line kept(Written.Text text) {
    MatchedLine line = text.line();
    return new Line(
        UUID.fromString(line.id()),
        line.undone(),
        UUID.fromString(line.invoice().customerId()),
        KeptLine.of(line, text.text()).json());
  }

  private void failed(Connection connection, String sentence) {
    stores.flows().failed(connection.companyId(), connection.id(), FLOW, sentence);
  }

  private static String sentence(List<Problem> problems) {
    String more =
        problems.size() > PROBLEMS_SAID
            ? " And " + (problems.size() - PROBLEMS_SAID) + " more."
            : "";
    return problems.stream()
            .limit(PROBLEMS_SAID)
            .map(problem -> problem.position() + ": " + problem.message() + ".")
            .collect(Collectors.joining(" "))
        + more
        + " What is not written is tried again on the next business day.";
  }
}
