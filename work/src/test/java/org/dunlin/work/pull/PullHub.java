package org.dunlin.work.pull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryRows;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.TestHub;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.hook.Subscribe;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.AuthoriseProgram;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.program.Health;
import org.dunlin.work.program.ProgramHealth;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.program.TestProgram;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.token.Credentials;
import org.dunlin.work.token.PermitAccess;
import org.jspecify.annotations.Nullable;

/** A hub with a connection to one program, and that program at the other end of the wire. */
public final class PullHub implements AutoCloseable {
  /** The connection of {@code acme} to the program. */
  public static final String SHOP = "shop";

  public static final Author ANNA = Author.onPage("anna");

  public final TestHub hub = TestHub.with(DunningMode.LIVE);
  public final Gone gone = new Gone();
  public final Process process;
  private final Programs programs;
  private final String program;
  private final Wire wire;
  private final HookAddress address;
  private final MissingAtSource ledger;

  /** What one process has over the stores. */
  public static final class Process {
    public final Stores stores;
    public final Links links;
    public final AskProgram ask;
    public final PullNext pull;
    public final TakeNotice notices;
    public final ChangeProgram change;
    public final SteerProgram steer;
    public final ProgramHealth health;
    public final TestProgram test;
    public final AuthoriseProgram authorise;

    Process(
        Stores stores,
        Programs programs,
        Wire wire,
        MissingAtSource ledger,
        AcceptFile acceptFile,
        HookAddress address,
        Checkpoint checkpoint) {
      Clock clock = Clock.systemUTC();
      this.stores = stores;
      links = new Links(stores, programs, clock);
      Allowance allowance = new Allowance(stores, clock);
      ask =
          new AskProgram(
              stores, wire, allowance, new Credentials(stores, wire, allowance, clock), clock);
      AcceptPage acceptPage = new AcceptPage(stores, clock);
      Subscribe subscribe =
          new Subscribe(stores, ask, new PushFile(stores, acceptFile), address, links, clock);
      pull =
          new PullNext(
              stores, links, ask, allowance, acceptPage, subscribe, ledger, checkpoint, clock, 8);
      notices = new TakeNotice(stores, links, ask, acceptPage, clock);
      change = new ChangeProgram(stores, links, wire, false);
      steer = new SteerProgram(stores, wire, ledger);
      health = new ProgramHealth(stores, links, allowance, clock);
      test = new TestProgram(stores, links, ask, clock);
      authorise =
          new AuthoriseProgram(
              stores,
              links,
              new PermitAccess(stores, wire, allowance, clock),
              ask,
              change,
              StandIns.NONE);
    }
  }

  /** What the ledger is told of objects that are not there any more. */
  public static final class Gone implements MissingAtSource {
    public final List<String> missing = new ArrayList<>();
    public final List<String> gone = new ArrayList<>();
    public final List<String> back = new ArrayList<>();

    @Override
    public void missing(String companyId, String connectionId, String stream, List<String> keys) {
      missing.addAll(keys);
    }

    @Override
    public void gone(String companyId, String connectionId, String stream, List<String> keys) {
      gone.addAll(keys);
    }

    @Override
    public void back(String companyId, String connectionId, String stream, List<String> keys) {
      back.addAll(keys);
    }
  }

  /** A hub that knows this program, by the name that its manifest says. */
  public PullHub(String manifest, ScriptedVendor vendor) {
    this(manifest, Map.of("invoices.jslt", "null", "payment.jslt", "."), vendor);
  }

  /** A hub that knows this program, with these mappings. */
  public PullHub(String manifest, Map<String, String> mappings, ScriptedVendor vendor) {
    this(programs(manifest, mappings), SHOP, vendor, HookAddress.NONE, stores -> null);
  }

  /** The same, where programs reach its hooks at this address. */
  public static PullHub reachedAt(String manifest, ScriptedVendor vendor, HookAddress address) {
    return new PullHub(
        programs(manifest, Map.of("invoices.jslt", "null", "payment.jslt", ".")),
        SHOP,
        vendor,
        address,
        stores -> null);
  }

  /**
   * A hub that knows these programs and connects to this one.
   *
   * @param ledger who is told of objects that are not there any more; null: {@link #gone}
   */
  public PullHub(
      Programs programs,
      String program,
      Wire wire,
      HookAddress address,
      Function<Stores, @Nullable MissingAtSource> ledger) {
    this.programs = programs;
    this.program = program;
    this.wire = wire;
    this.address = address;
    MissingAtSource told = ledger.apply(hub.stores);
    this.ledger = told == null ? gone : told;
    process = process(hub.stores, wire, Checkpoint.NONE);
  }

  /** Another process over the same database. */
  public Process another(Checkpoint checkpoint) {
    return process(hub.anotherProcess(), wire, checkpoint);
  }

  /** Another process over the same database, with a wire of its own. */
  public Process another(Wire own) {
    return process(hub.anotherProcess(), own, Checkpoint.NONE);
  }

  private Process process(Stores stores, Wire way, Checkpoint checkpoint) {
    return new Process(stores, programs, way, ledger, hub.accept, address, checkpoint);
  }

  private static Programs programs(String manifest, Map<String, String> mappings) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("program.yaml", manifest.getBytes(StandardCharsets.UTF_8));
    mappings.forEach(
        (name, text) -> {
          if (!name.equals("payment.jslt") || manifest.contains(name)) {
            files.put(name, text.getBytes(StandardCharsets.UTF_8));
          }
        });
    Programs programs = new Programs(() -> List.of(new Folder(SHOP, files)));
    if (programs.program(SHOP).isEmpty()) {
      throw new AssertionError("refused: " + programs.broken());
    }
    return programs;
  }

  /** Adds the connection, authorised with this token where it wants one. */
  public void connect(Map<String, String> settings, Map<String, String> token) {
    process.change.add("acme", SHOP, program, settings, ANNA);
    if (!token.isEmpty()) {
      permit(token);
    }
  }

  /** A person's permission gave this token. */
  public void permit(Map<String, String> token) {
    hub.stores.programs().tokens().put("acme", SHOP, token, Duration.ofMinutes(30));
    hub.stores.programs().linked().setAccess("acme", SHOP, Access.AUTHORISED, null);
  }

  /** Pulls until nothing is due. */
  public void drain() {
    TestHub.drain(process.pull::next);
  }

  /** Puts the technical time forward: every stream, wish and limit is over its wait. */
  public void later() {
    hub.sql("update connection_stream set due_at = now() where due_at is not null");
    hub.sql("update wanted_object set not_before = now()");
    hub.sql("update program_connection set limited_until = null");
    hub.sql(
        "update program_connection set due_at = now() where state = 'AUTHORISED' and exists"
            + " (select 1 from connection_stream s where s.due_at is not null)");
  }

  /** Lets all streams be due that are read for this reason, and no other. */
  public void dueOnly(Reading reading) {
    later();
    hub.sql(
        "update connection_stream set due_at = now() + interval '1 day' where reading not in"
            + " ('WANTED', '"
            + reading
            + "')");
  }

  /** Lets only one stream be due, for one reason. */
  public void dueOnly(String stream, Reading reading) {
    hub.sql(
        "update connection_stream set due_at = case when stream = '"
            + stream
            + "' and reading = '"
            + reading
            + "' then now() else now() + interval '1 day' end where reading <> 'WANTED'");
    hub.sql("update program_connection set due_at = now()");
  }

  public Link link() {
    return process.links.open("acme", SHOP);
  }

  public Health health() {
    return process.health.of("acme", SHOP).orElseThrow();
  }

  /** Where a stream is. */
  public StreamState state(String stream, Reading reading) {
    return hub.stores.programs().streams().of("acme", SHOP).stream()
        .filter(each -> each.stream().equals(stream) && each.reading() == reading)
        .findFirst()
        .orElseThrow();
  }

  /** The bodies of what came by a stream, in the order of intake. */
  public List<String> bodies(String stream) {
    return hub
        .jdbc()
        .sql(
            "select "
                + DeliveryRows.COLUMNS
                + " from delivery where company_id = 'acme' and stream = ? order by"
                + " intake_sequence")
        .param(stream)
        .query((row, number) -> DeliveryRows.delivery(row))
        .list()
        .stream()
        .map(this::body)
        .toList();
  }

  private String body(Delivery delivery) {
    try (InputStream in = hub.stores.rawContent().read(delivery)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes these bytes in as a page of a stream. */
  public void page(String stream, String body) {
    AcceptPage accept = new AcceptPage(hub.stores, Clock.systemUTC());
    accept.makeRoom();
    hub.stores
        .transactions()
        .run(
            () ->
                accept.accept(
                    new AcceptPage.Came("acme", SHOP, stream, stream, null),
                    body.getBytes(StandardCharsets.UTF_8)));
  }

  /** The events of the journal about the connection, oldest first. */
  public List<String> events() {
    return hub.jdbc()
        .sql(
            "select event from journal where subject_kind = 'connection' and subject_id = ?"
                + " order by journal_id")
        .param(SHOP)
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    hub.close();
  }
}
