package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.Acceptance.Accepted;
import org.jspecify.annotations.Nullable;

/**
 * What a program's translator hands over, page by page, in place of a translator: pages are taken
 * in by the inbox, which gives them their order, and applied in whatever order a test wants.
 */
public final class ProgramPages {
  private final TestHub hub;
  private final String companyId;
  private final String connectionId;
  private final Abilities abilities;
  private int pages;

  /** Of a new connection of the company {@code acme}. */
  public ProgramPages(TestHub hub, String connectionId) {
    this(hub, "acme", connectionId, Abilities.NONE);
  }

  /** Of a new connection, to a program with these abilities. */
  public ProgramPages(TestHub hub, String companyId, String connectionId, Abilities abilities) {
    this(hub, companyId, connectionId, "ledgerly", abilities);
  }

  /** Of a new connection, to this program with these abilities. */
  public ProgramPages(
      TestHub hub, String companyId, String connectionId, String program, Abilities abilities) {
    this.hub = hub;
    this.companyId = companyId;
    this.connectionId = connectionId;
    this.abilities = abilities;
    hub.stores.connections().put(new Connection(companyId, connectionId, program, Map.of(), false));
  }

  /** What a program says with one of its objects. */
  public record Said(
      String stream, String key, @Nullable String version, List<CanonicalRecord> records) {
    /** An object without a version of its own. */
    public static Said of(String stream, String key, CanonicalRecord... records) {
      return new Said(stream, key, null, List.of(records));
    }

    /** The same object in this version. */
    public Said at(String newer) {
      return new Said(stream, key, newer, records);
    }
  }

  /** A page that has come in. */
  public record Page(Delivery delivery, List<Said> objects) {}

  /** Takes a page in and applies it. */
  public void bring(Said... objects) {
    apply(take(objects));
  }

  /** Takes a page in, which gives it its place in the order of intake. */
  public Page take(Said... objects) {
    String name = connectionId + " page " + ++pages;
    Accepted accepted =
        (Accepted)
            hub.accept.accept(
                companyId,
                connectionId,
                name,
                new ByteArrayInputStream((companyId + name).getBytes(UTF_8)));
    UUID id = accepted.deliveryId();
    hub.sql("update delivery set state = 'APPLIED' where delivery_id = '" + id + "'");
    long sequence =
        hub.jdbc()
            .sql("select intake_sequence from delivery where delivery_id = ?")
            .param(id)
            .query(Long.class)
            .single();
    Instant now = Instant.parse("2026-11-24T09:00:00Z");
    Delivery delivery =
        new Delivery(
            companyId,
            id,
            sequence,
            connectionId,
            name,
            1,
            now,
            LocalDate.of(2026, 11, 1),
            true,
            null,
            DeliveryState.APPLIED,
            1,
            0,
            null,
            null,
            null,
            null,
            null);
    return new Page(delivery, List.of(objects));
  }

  /** Applies a page, for the first time or again. */
  public void apply(Page page) {
    hub.stores
        .transactions()
        .run(
            () -> {
              LedgerWriter writer =
                  new LedgerWriter(
                      hub.stores, page.delivery(), TestHub.TODAY, abilities, Scratch.MEMORY);
              hub.stores.problems().clear(companyId, page.delivery().id());
              for (Said said : page.objects()) {
                writer.object(new SourceObject(said.stream(), said.key(), said.version()));
                said.records().forEach(writer::accept);
              }
              writer.end();
              hub.stores.companies().addWorkDue(companyId, WorkDue.MATCH);
            });
  }
}
