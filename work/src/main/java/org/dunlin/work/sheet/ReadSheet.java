package org.dunlin.work.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.csv.MappedSheets;
import org.dunlin.connectors.csv.Sheet;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.sheet.SheetColumn;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.FileMapping;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.SourceSums;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.translate.FileSums;
import org.dunlin.work.translate.Tried;
import org.dunlin.work.translate.TryDelivery;

/** Reads a table of any layout by what a person says of its columns. */
public final class ReadSheet {
  /** Why a file waits that somebody brought to be asked about its columns. */
  public static final String WAITS = "COLUMNS_TO_BE_SAID";

  /** Larger files are read all the same, but not tried while somebody waits. */
  public static final long MOST_BYTES = 25L * 1024 * 1024;

  private static final int MOST_SHOWN = 5;
  private static final int AT_ONCE = 500;
  private static final int LONGEST_COLUMNS = 500;

  private final Stores stores;
  private final AcceptFile acceptFile;
  private final Decisions decisions;
  private final TryDelivery tries;

  /** Over these stores. */
  public ReadSheet(Stores stores, AcceptFile acceptFile, Decisions decisions, Abilities abilities) {
    this.stores = stores;
    this.acceptFile = acceptFile;
    this.decisions = decisions;
    this.tries = new TryDelivery(stores, abilities);
  }

  /** Takes a file into the inbox, where it waits until somebody says what its columns mean. */
  public Acceptance bring(String companyId, String connectionId, String name, InputStream stream) {
    return acceptFile.acceptAside(
        companyId,
        connectionId,
        name,
        stream,
        new Problem(
            name,
            null,
            WAITS,
            "It waits until somebody says what its columns mean; nothing of it was read."));
  }

  /**
   * The file of a delivery; empty where there is none, its bytes are gone, or it is no table with a
   * row of names.
   */
  public Optional<OpenSheet> open(String companyId, UUID deliveryId) {
    return stores
        .views()
        .deliveries()
        .find(companyId, deliveryId)
        .map(line -> line.delivery())
        .filter(each -> each.rawGone() == null && each.stream() == null)
        .flatMap(this::opened);
  }

  private Optional<OpenSheet> opened(Delivery delivery) {
    byte[] head = head(delivery);
    if (Formats.detect(head).isPresent()) {
      return Optional.empty();
    }
    return Sheet.of(head)
        .map(
            sheet -> {
              Optional<FileMapping> kept =
                  stores.fileMappings().find(delivery.companyId(), List.of(sheet.print()));
              SheetMapping mapping =
                  kept.map(each -> MappingJson.kept(each.answers())).orElseGet(sheet::proposed);
              return new OpenSheet(
                  delivery, sheet, head, Sheet.encoding(head), mapping, kept.isPresent());
            });
  }

  /** What the first rows become; a row that is refused is a problem among them. */
  public List<CanonicalRecord> first(OpenSheet open, SheetMapping mapping) {
    List<CanonicalRecord> records = new ArrayList<>();
    byte[] whole = wholeLines(open.head());
    try {
      reader(open, mapping)
          .translate(
              new ByteArrayInputStream(whole),
              open.delivery().name(),
              record -> {
                boolean ofInvoice = mapping.kind().equals("invoices") && record instanceof Customer;
                if (records.size() < MOST_SHOWN && !ofInvoice) {
                  records.add(record);
                }
              });
    } catch (Untranslatable refused) {
      records.add(refused.problem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** What would become of all of it; nothing is kept. */
  public Tried tried(OpenSheet open, SheetMapping mapping) {
    return tries.tried(open.delivery(), reader(open, mapping));
  }

  /**
   * Keeps what was said, for this file and the next with the same first row, and has the file read;
   * false where it is being read at the moment.
   *
   * @param by who said it
   */
  public boolean take(OpenSheet open, SheetMapping mapping, String by) {
    Delivery delivery = open.delivery();
    String columns =
        open.sheet().columns().stream().map(SheetColumn::name).collect(Collectors.joining(" · "));
    FileMapping said =
        new FileMapping(
            open.sheet().print(),
            mapping.kind(),
            columns.length() <= LONGEST_COLUMNS ? columns : columns.substring(0, LONGEST_COLUMNS),
            MappingJson.write(mapping),
            open.sheet().description(mapping),
            Instant.EPOCH,
            by);
    stores
        .transactions()
        .run(
            () -> {
              stores.fileMappings().keep(delivery.companyId(), said);
              note(delivery.companyId(), delivery.id(), "COLUMNS_SAID", by, said.columns());
            });
    return decisions.replay(delivery.companyId(), delivery.id(), by);
  }

  /** Forgets what was said of files with this first row; false where nothing was. */
  public boolean forget(String companyId, byte[] header, String by) {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<FileMapping> was = stores.fileMappings().find(companyId, List.of(header));
              was.ifPresent(
                  each -> {
                    stores.fileMappings().forget(companyId, header);
                    note(companyId, companyId, "COLUMNS_FORGOTTEN", by, each.columns());
                  });
              return was.isPresent();
            });
  }

  private void note(String companyId, Object subject, String event, String by, String columns) {
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                subject instanceof UUID ? "delivery" : "company",
                subject,
                event,
                by,
                stores.companies().businessDate(stores.companies().profile(companyId)),
                columns));
  }

  /** The file held against the ledger; empty until it has been read by what was said. */
  public Optional<TiedOut> tiedOut(OpenSheet open) {
    Delivery delivery = open.delivery();
    if (!open.kept()
        || delivery.state() != DeliveryState.APPLIED
        || delivery.bytes() > MOST_BYTES
        || open.mapping().kind().equals("statement")) {
      return Optional.empty();
    }
    FileSums said = new FileSums();
    try (InputStream stream = stores.rawContent().read(delivery)) {
      reader(open, open.mapping()).translate(stream, delivery.name(), said);
    } catch (Untranslatable refused) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(against(delivery, said));
  }

  private TiedOut against(Delivery delivery, FileSums said) {
    Map<String, SourceSums.Sum> there = new HashMap<>();
    for (List<String> ids : parts(said.documents())) {
      for (SourceSums.Sum each :
          stores.sourceSums().documents(delivery.companyId(), delivery.connectionId(), ids)) {
        there.merge(each.currency(), each, ReadSheet::both);
      }
    }
    long customers = 0;
    for (List<String> ids : parts(List.copyOf(said.customers()))) {
      customers +=
          stores.sourceSums().customers(delivery.companyId(), delivery.connectionId(), ids);
    }
    List<TiedOut.Sum> sums = new ArrayList<>();
    said.sums()
        .forEach(
            (currency, sum) -> {
              SourceSums.Sum held =
                  there.getOrDefault(
                      currency, new SourceSums.Sum(currency, 0, BigDecimal.ZERO, BigDecimal.ZERO));
              sums.add(
                  new TiedOut.Sum(
                      currency,
                      sum.records(),
                      held.documents(),
                      sum.total(),
                      held.total(),
                      sum.outstanding(),
                      held.outstanding()));
            });
    return new TiedOut(said.customers().size(), customers, sums, said.refused());
  }

  private static SourceSums.Sum both(SourceSums.Sum one, SourceSums.Sum other) {
    return new SourceSums.Sum(
        one.currency(),
        one.documents() + other.documents(),
        one.total().add(other.total()),
        one.outstanding().add(other.outstanding()));
  }

  private static List<List<String>> parts(List<String> ids) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      parts.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
    }
    return parts;
  }

  private static Translator reader(OpenSheet open, SheetMapping mapping) {
    return MappedSheets.reader(open.sheet().description(mapping), open.head())
        .map(Detected::translator)
        .orElseThrow(() -> new IllegalArgumentException("the mapping has faults"));
  }

  private byte[] head(Delivery delivery) {
    try (InputStream stream = new BufferedInputStream(stores.rawContent().read(delivery))) {
      return stream.readNBytes(Formats.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A head that is full may end within a row. */
  private static byte[] wholeLines(byte[] head) {
    int end = head.length;
    while (head.length == Formats.HEAD_BYTES && end > 1 && head[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(head, end);
  }
}
