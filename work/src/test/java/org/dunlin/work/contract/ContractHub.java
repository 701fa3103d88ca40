package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.Decision;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.program.Reading;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.ProgramOutlet;
import org.dunlin.work.deliver.SendText;
import org.dunlin.work.deliver.SendWriteBack;
import org.dunlin.work.event.SendEvent;
import org.dunlin.work.hook.HookAnswer;
import org.dunlin.work.link.Links;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.program.ProgramAbilities;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.RemoveProgram.Data;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ToldLedger;
import org.dunlin.work.source.MissingAtSource;
import org.dunlin.work.translate.FolderTranslators;
import org.dunlin.work.translate.TranslateDelivery;

/** A hub that is connected to a carried program, from the wire to the ledger. */
final class ContractHub implements AutoCloseable {
  private static final String LEDGER =
      """
      select i.number || ' of ' || (c.record ->> 'name') || ': ' ||
             case i.status when 'VOID' then 'void' else
               to_char(i.total, 'FM9990.00') || ', open ' || to_char(i.outstanding, 'FM9990.00')
               || ', settled ' || to_char(
                    (select coalesce(sum(l.amount), 0) from booking_line l
                       left join booking b on b.company_id = l.company_id
                            and b.connection_id = l.connection_id and b.source_id = l.payment
                      where l.company_id = i.company_id and l.connection_id = i.connection_id
                        and l.invoice = i.source_id and b.void is not true), 'FM9990.00')
             end
        from invoice i join customer c using (company_id, customer_id)
       where i.company_id = 'acme' order by i.number
      """;

  final PlayedVendor vendor;
  final PlayedWire wire;
  final Books books;
  final PullHub pull;
  final TestHub hub;
  private final Programs programs = SmallPages.programs();
  private final String program;
  private final TranslateDelivery translate;
  private final MatchCompany match;
  private final DeliverEffect deliver;

  private ContractHub(Carried carried) {
    program = carried.folder();
    vendor = carried.play();
    wire = new PlayedWire(vendor);
    books = new Books(vendor);
    pull =
        new PullHub(
            programs,
            program,
            wire,
            (companyId, connectionId, secret) -> Optional.of("https://hub.example/hooks/" + secret),
            stores -> new ToldLedger(stores, new Links(stores, programs, Clock.systemUTC())));
    hub = pull.hub;
    Abilities abilities = new ProgramAbilities(programs);
    translate =
        new TranslateDelivery(
            hub.stores, new FolderTranslators(pull.process.links), Checkpoint.NONE, abilities);
    match = new MatchCompany(hub.stores, Checkpoint.NONE, abilities);
    SendWriteBack send = new SendWriteBack(hub.stores, pull.process.links, pull.process.ask);
    deliver =
        new DeliverEffect(
            hub.stores,
            new ProgramOutlet(
                hub.stores,
                hub.outlet,
                send,
                new SendText(hub.stores, pull.process.links, pull.process.ask),
                new SendEvent(
                    hub.stores,
                    (line, call) -> {
                      throw new IllegalStateException("nobody is told anything here");
                    },
                    Clock.systemUTC()),
                (road, name, content) -> {
                  throw new IllegalStateException("nothing is written in this contract");
                }),
            Checkpoint.NONE,
            abilities);
  }

  /** A hub that is connected and may ask, and has not asked yet. */
  static ContractHub connectedTo(Carried carried) {
    ContractHub connected = new ContractHub(carried);
    connected.pull.connect(connected.vendor.settings(), connected.vendor.token());
    return connected;
  }

  /** A person gives what is good again. */
  void permitAnew() {
    Map<String, String> given = vendor.permitAnew();
    if (!given.isEmpty()) {
      pull.process.change.change("acme", PullHub.SHOP, given, PullHub.ANNA);
    }
    if (!vendor.token().isEmpty()) {
      pull.permit(vendor.token());
    }
  }

  Manifest manifest() {
    return pull.link().manifest();
  }

  /** Does all that is due, up to the ledger. */
  void settle() {
    pull.drain();
    TestHub.drain(() -> translate.next() || match.next());
  }

  /** Some time later all polls are due. */
  void poll() {
    pull.dueOnly(Reading.POLL);
    settle();
  }

  /** Some time later all sweeps are due. */
  void sweep() {
    pull.dueOnly(Reading.SWEEP);
    settle();
  }

  /** Some time later what waited is tried again; another day has begun, too. */
  void goOn() {
    hub.sql("delete from connection_quota");
    pull.later();
    settle();
  }

  /** Some time later the program is asked for notices again, where that did not come about. */
  void subscribeAgain() {
    hub.sql("update hook_subscription set renew_at = now() where renew_at is not null");
    poll();
  }

  /** The token is old enough for every program to give another. */
  void ageToken() {
    hub.sql("update connection_token set issued_at = issued_at - interval '1 hour'");
  }

  /** The states of what is to be written into the program, oldest first. */
  List<String> writeBacks() {
    return hub.jdbc()
        .sql("select state from effect where kind = 'WRITE_BACK' order by effect_id")
        .query(String.class)
        .list();
  }

  /** Lets everything leave that may. */
  void deliver() {
    hub.afterTheWait();
    TestHub.drain(deliver::next);
  }

  /** A notice of the program comes in. */
  HookAnswer take(PlayedVendor.Sent sent) {
    Map<String, List<String>> headers = new TreeMap<>();
    sent.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return pull.process.notices.take("acme", PullHub.SHOP, headers, sent.body()).orElseThrow();
  }

  /** The notice of the last change of an invoice comes in, as genuine. */
  HookAnswer notice(String number) {
    return take(vendor.notice(number, Instant.now()));
  }

  /** The document of an invoice is wanted for a message. */
  void wantDocument(String number) {
    String stream =
        manifest().streams().stream()
            .filter(each -> each.documents() != null)
            .findFirst()
            .orElseThrow()
            .name();
    pull.process.steer.wantDocument("acme", PullHub.SHOP, stream, invoice(number).sourceId());
  }

  /** The documents that are kept of an invoice, as text. */
  List<String> documents(String number) {
    return hub.stores.documents().of("acme", invoice(number).id()).stream()
        .map(this::content)
        .toList();
  }

  private String content(KeptDocument document) {
    try (InputStream in = hub.stores.documents().read("acme", document)) {
      return text(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Found(UUID id, String sourceId) {}

  private Found invoice(String number) {
    return hub.jdbc()
        .sql("select invoice_id, source_id from invoice where number = ?")
        .param(vendor.shown(number))
        .query(
            (row, index) ->
                new Found(row.getObject("invoice_id", UUID.class), row.getString("source_id")))
        .single();
  }

  /** A person ends the connection. */
  void remove(Data data) {
    new RemoveProgram(
            hub.stores, pull.process.links, pull.process.ask, new MissingAtSource(hub.stores))
        .remove("acme", PullHub.SHOP, data, PullHub.ANNA);
    settle();
  }

  /** The bodies of what came by a stream. */
  List<String> deliveries(String stream) {
    return pull.bodies(stream);
  }

  /** What was decided of the money that came. */
  List<Decision> decisions() {
    return hub.stores.allocations().of("acme").stream()
        .map(line -> line.allocation().decision())
        .toList();
  }

  /** Whether the connection rests until the day of the program ends, or a little longer. */
  boolean limitedUntilMidnight() {
    return hub.jdbc()
        .sql(
            "select limited_until >= date_trunc('day', now(), 'UTC') + interval '1 day'"
                + " from program_connection")
        .query(Boolean.class)
        .single();
  }

  /** What the ledger says, one line an invoice. */
  List<String> ledger() {
    return hub.jdbc().sql(LEDGER).query(String.class).list();
  }

  /** The ledger says what was done in the books, nothing is left over, and no figure is off. */
  void tiesOut() {
    assertThat(ledger()).containsExactlyElementsOf(books.said());
    assertThat(hub.deliveries())
        .as("nothing is quarantined")
        .allMatch(each -> each.state().equals("APPLIED"));
    assertThat(problems()).isEmpty();
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(wire.allHappened()).as("what was planned to go wrong went wrong").isTrue();
  }

  private List<String> problems() {
    return hub.jdbc().sql("select code || ': ' || message from problem").query(String.class).list();
  }

  /** The bytes as text, for messages of assertions. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    pull.close();
    vendor.close();
  }
}
