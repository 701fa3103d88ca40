package org.dunlin.config.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dunlin.config.hub.Hub;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub that programs watch: what it tells, where, and where not. */
class WatchedHubTest {
  private static final String COMPANY = "acme";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String STATEMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
      <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-24T21:30:00</CreDtTm></GrpHdr>
      <Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-24T21:30:00</CreDtTm>
      <FrToDt><FrDtTm>2026-11-24T00:00:00</FrDtTm><ToDtTm>2026-11-24T23:59:59</ToDtTm></FrToDt>
      <Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">30.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-24</Dt></Dt></Bal>
      <Ntry><Amt Ccy="EUR">20.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>2026-11-24</Dt></BookgDt><ValDt><Dt>2026-11-24</Dt></ValDt>
      <AcctSvcrRef>R1</AcctSvcrRef>
      <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
      <NtryDtls><TxDtls><Refs><AcctSvcrRef>R1</AcctSvcrRef></Refs>
      <AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls>
      <RltdPties><Dbtr><Nm>Wilhelmina Planted</Nm></Dbtr></RltdPties>
      <RmtInf><Ustrd>2026-0001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>
      """;

  private static final Lines LOG = new Lines();
  private static final Logger HOUSE = (Logger) LoggerFactory.getLogger("org.dunlin");

  @TempDir private static Path folder = Path.of("");

  private static TestDatabase database;
  private static SpanReceiver collector;
  private static ConfigurableApplicationContext hub;
  private static int managePort;
  private static int publicPort;
  private static UUID good;
  private static UUID bad;

  @BeforeAll
  static void aHubTakesAGoodFileAndABadOne() throws IOException {
    database = TestDatabase.create();
    collector = new SpanReceiver();
    managePort = freePort();
    publicPort = freePort();
    hub = Hub.start(settings()).orElseThrow();
    LOG.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    HOUSE.setLevel(Level.TRACE);
    good = taken("statement.xml", STATEMENT);
    bad = taken("nothing.txt", "Wilhelmina Planted owes NL44RABO0123456789 something");
    await("both are read", () -> state(good) && state(bad));
    await("matched", () -> names(good).contains("match"));
    await("refused", () -> names(bad).contains("translate"));
    hub.getBean(Watching.class).read();
  }

  @AfterAll
  static void end() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    HOUSE.setLevel(Level.INFO);
    hub.close();
    collector.close();
    database.close();
  }

  @Test
  void metricsTellOfTheBusinessAndTheFlows() throws Exception {
    HttpResponse<String> answer = get(managePort, "/prometheus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body())
        .contains("dunlin_tasks{company=\"acme\",kind=\"QUARANTINED\"} 1.0")
        .contains(
            "dunlin_flow_failing{company=\"acme\",connection=\"books\",flow=\"translate\"} 1.0")
        .contains("dunlin_stopped 0.0")
        .contains("dunlin_database_connections{state=\"most\"} 20.0")
        .containsPattern(
            "dunlin_step_seconds_count\\{company=\"acme\",outcome=\"done\",step=\"intake\"} 2")
        .contains("dunlin_route_failures{route=\"accept\"}")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void noMetricAndNoSpanNamesACustomer() throws Exception {
    assertThat(get(managePort, "/prometheus").body()).doesNotContain("Wilhelmina");
    assertThat(collector.spans()).noneMatch(span -> span.whole().contains("Wilhelmina"));
  }

  /** However much is asked of the log, and of what was refused, too. */
  @Test
  void theLogNamesNoCustomerAndNoAccount() {
    HOUSE.trace("it is listened to");
    assertThat(LOG.lines)
        .anyMatch(line -> line.contains("it is listened to"))
        .noneMatch(line -> line.contains("Wilhelmina"))
        .noneMatch(line -> line.contains("NL44RABO0123456789"));
  }

  /** All that is logged, with what was thrown. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getFormattedMessage()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }

  @Test
  void pagesAreTimedByTheirRoutes() throws Exception {
    assertThat(get(consolePort(), "/login").statusCode()).isEqualTo(200);

    await(
        "the page is counted",
        () -> text("/prometheus").contains("route=\"/login\",status=\"200\""));
  }

  @Test
  void aHubThatWorksIsAliveAndReady() throws Exception {
    assertThat(get(managePort, "/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get(managePort, "/health/ready").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/prometheus",
        "/health/live",
        "/health/ready",
        "/health",
        "/actuator",
        "/actuator/prometheus"
      })
  void nothingOfItIsOnTheConsolesAndThePublicListener(String path) throws Exception {
    for (int port : List.of(consolePort(), publicPort)) {
      HttpResponse<String> answer = get(port, path);
      assertThat(answer.statusCode()).isNotEqualTo(200);
      assertThat(answer.body()).doesNotContain("dunlin_").doesNotContain("\"status\":\"UP\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/api/v1/companies", "/actuator", "/health", "/p/x"})
  void nothingOfTheConsoleIsOnTheListener(String path) throws Exception {
    HttpResponse<String> answer = get(managePort, path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theListenerChangesNothing() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(address(managePort, "/health/live"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void aTraceFollowsOnePayload() {
    assertThat(collector.paths()).containsOnly("/v1/traces");
    SpanReceiver.Received first =
        collector.spans().stream()
            .filter(span -> span.trace().equals(hex(good)) && span.name().equals("intake"))
            .findFirst()
            .orElseThrow();
    assertThat(first.parent()).isEmpty();
    assertThat(first.id()).isEqualTo(hex(good).substring(16));
    assertThat(names(good)).contains("intake", "translate", "match");
    assertThat(collector.spans())
        .filteredOn(span -> span.trace().equals(hex(good)) && !span.name().equals("intake"))
        .allSatisfy(span -> assertThat(span.parent()).isEqualTo(first.id()));
  }

  @Test
  void whatWasRefusedIsNotMatched() {
    assertThat(names(bad)).containsExactlyInAnyOrder("intake", "translate");
  }

  private static List<String> names(UUID delivery) {
    return collector.spans().stream()
        .filter(span -> span.trace().equals(hex(delivery)))
        .map(SpanReceiver.Received::name)
        .toList();
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  private static boolean state(UUID delivery) {
    DeliveryState state =
        hub.getBean(Stores.class)
            .views()
            .deliveries()
            .find(COMPANY, delivery)
            .orElseThrow()
            .delivery()
            .state();
    return state == DeliveryState.APPLIED || state == DeliveryState.QUARANTINED;
  }

  private static UUID taken(String name, String content) {
    Acceptance acceptance =
        hub.getBean(AcceptFile.class)
            .accept(COMPANY, "books", name, new ByteArrayInputStream(content.getBytes(UTF_8)));
    return ((Acceptance.Accepted) acceptance).deliveryId();
  }

  private static String text(String path) {
    try {
      return get(managePort, path).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(address(port, path)).GET().build(), BodyHandlers.ofString());
  }

  private static URI address(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int consolePort() {
    return Hub.address(hub).getPort();
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.import", "");
    settings.put("logging.config", "classpath:logback-spring.xml");
    settings.put("server.port", "0");
    settings.put(
        "dunlin.key",
        Base64.getEncoder().encodeToString("key of specifications: 32 bytes.".getBytes(US_ASCII)));
    settings.put("dunlin.data", folder.resolve("data"));
    settings.put("dunlin.database.url", database.jdbcUrl());
    settings.put("dunlin.database.user", database.user());
    settings.put("dunlin.database.password", database.password());
    settings.put("dunlin.sweep", "200ms");
    settings.put("dunlin.backup.nightly", "false");
    settings.put("dunlin.public.port", publicPort);
    settings.put("dunlin.manage.port", managePort);
    settings.put("dunlin.tracing.url", collector.address());
    settings.put("dunlin.log.form", "json");
    settings.put("dunlin.companies[0].id", COMPANY);
    settings.put("dunlin.companies[0].name", "Acme B.V.");
    settings.put("dunlin.companies[0].country", "NL");
    settings.put("dunlin.companies[0].ibans[0]", "NL44RABO0123456789");
    settings.put("dunlin.companies[0].reply-to", "books@acme.example");
    settings.put("dunlin.companies[0].business-date", "2026-11-25");
    settings.put("dunlin.companies[0].folders.books", folder.resolve("books"));
    return settings;
  }
}
