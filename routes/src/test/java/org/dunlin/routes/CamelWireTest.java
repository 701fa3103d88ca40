package org.dunlin.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.work.link.StandIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves is what was to leave, byte for byte; what comes back is bounded. */
class CamelWireTest {
  private static final Line LINE = new Line("acme", "books", "shop", 0, List.of());

  private final WireMockServer vendor = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    vendor.start();
  }

  @AfterEach
  void stop() {
    vendor.stop();
  }

  @Test
  void addressHeadersAndBodyArriveByteForByteAndTheAnswersHeadersComeBack() throws Exception {
    vendor.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(418)
                    .withHeader("X-Left", "a=1; b=2")
                    .withHeader("Set-Cookie", "one=1", "two=2")
                    .withBody("no tea")));
    HttpReply reply =
        with(
            usual(),
            wire ->
                wire.exchange(
                    LINE,
                    new HttpCall(
                        "POST",
                        uri("/a%2Fb/c?since=2026-11-01T09%3A00%3A00Z&x=a+b%26c"),
                        Map.of(
                            "Date", "today", "Authorization", "Bearer t", "Content-Type", "text/x"),
                        "body".getBytes(StandardCharsets.UTF_8))));

    vendor.verify(
        postRequestedFor(urlEqualTo("/a%2Fb/c?since=2026-11-01T09%3A00%3A00Z&x=a+b%26c"))
            .withHeader("Date", equalTo("today"))
            .withHeader("Authorization", equalTo("Bearer t"))
            .withHeader("Content-Type", equalTo("text/x"))
            .withRequestBody(equalTo("body")));
    assertThat(reply.status()).isEqualTo(418);
    assertThat(reply.header("x-left")).contains("a=1; b=2");
    assertThat(reply.headers().get("set-cookie")).containsExactly("one=1", "two=2");
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("no tea");
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    vendor.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withStatus(302).withHeader("Location", "http://localhost/")));

    HttpReply reply = with(usual(), wire -> wire.exchange(LINE, get("/")));
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).contains("http://localhost/");
  }

  @Test
  void anAddressThatLeadsInsideIsNotConnectedTo() {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse().withBody("inside")));

    assertThatThrownBy(() -> with(WireSettings.usual(false), wire -> wire.exchange(LINE, get("/"))))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("private network");
    assertThat(vendor.getAllServeEvents()).isEmpty();
  }

  @Test
  void aConnectionThatBreaksOffAfterTheRequestLeavesItUnknown() {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThatThrownBy(() -> with(usual(), wire -> wire.exchange(LINE, get("/"))))
        .isInstanceOf(NoReply.class)
        .hasMessage("localhost broke off before its answer was whole; it is asked again.");
  }

  @Test
  void aHostThatIsNotThereIsNamedWithWhatToDo() {
    HttpCall call =
        new HttpCall("GET", URI.create("https://nowhere.invalid/"), Map.of(), new byte[0]);

    assertThatThrownBy(() -> with(usual(), wire -> wire.exchange(LINE, call)))
        .isInstanceOf(NotSent.class)
        .hasMessage(
            "There is no host nowhere.invalid; check the address, and whether the hub can look up"
                + " names.");
  }

  @Test
  void whereNobodyListensNothingLeft() {
    HttpCall call = get("/");
    vendor.stop();

    assertThatThrownBy(() -> with(usual(), wire -> wire.exchange(LINE, call)))
        .isInstanceOf(NotSent.class)
        .hasCauseInstanceOf(Exception.class)
        .hasMessage(
            "localhost refuses the connection; check the address, or wait until the program is"
                + " up.");
  }

  @Test
  void anAnswerThatIsTooLargeOrTooSlowIsNoAnswer() {
    vendor.stubFor(any(urlEqualTo("/large")).willReturn(aResponse().withBody("x".repeat(5000))));
    vendor.stubFor(
        any(urlEqualTo("/slow"))
            .willReturn(aResponse().withBody("x".repeat(50)).withChunkedDribbleDelay(50, 60_000)));
    WireSettings tight =
        new WireSettings(true, Duration.ofSeconds(5), Duration.ofSeconds(1), 1000, 1 << 20);

    assertThatThrownBy(() -> with(tight, wire -> wire.exchange(LINE, get("/large"))))
        .isInstanceOf(NoReply.class);
    assertThatThrownBy(() -> with(tight, wire -> wire.exchange(LINE, get("/slow"))))
        .isInstanceOf(NoReply.class);
  }

  @Test
  void answersThatAreTooMuchTogetherAreNoneAndTheirRoomIsFreeAgain() throws Exception {
    vendor.stubFor(any(urlEqualTo("/large")).willReturn(aResponse().withBody("x".repeat(400_000))));
    vendor.stubFor(any(urlEqualTo("/fits")).willReturn(aResponse().withBody("x".repeat(250_000))));
    vendor.stubFor(any(urlEqualTo("/small")).willReturn(aResponse().withBody("x".repeat(5000))));
    WireSettings tight =
        new WireSettings(true, Duration.ofSeconds(5), Duration.ofSeconds(60), 1 << 20, 200_000);

    HttpReply small =
        with(
            tight,
            wire -> {
              assertThatThrownBy(() -> wire.exchange(LINE, get("/large")))
                  .isInstanceOf(NoReply.class)
                  .hasMessageContaining("too many large answers");
              assertThat(wire.exchange(LINE, get("/fits")).body()).hasSize(250_000);
              assertThat(wire.exchange(LINE, get("/fits")).body()).hasSize(250_000);
              return wire.exchange(LINE, get("/small"));
            });
    assertThat(small.body()).hasSize(5000);
  }

  @Test
  void aProgramThatIsPlayedIsAskedThereWhereverItWouldHaveBeenAsked() throws Exception {
    vendor.stubFor(any(urlEqualTo("/v1/a%2Fb?x=a+b")).willReturn(aResponse().withBody("played")));
    StandIns played = new StandIns(Map.of("shop", uri("")));
    Line minute =
        new Line("acme", "books", "shop", 1, List.of(new Line.Window("m", 1, Duration.ofHours(1))));
    HttpCall call =
        new HttpCall(
            "GET", URI.create("https://api.vendor.test/v1/a%2Fb?x=a+b"), Map.of(), new byte[0]);
    HttpReply reply =
        with(
            WireSettings.usual(false),
            played,
            wire -> {
              wire.exchange(minute, call);
              return wire.exchange(minute, call); // the vendor's limits are not those of the play
            });

    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("played");
  }

  @Test
  void theOthersAreAskedWhereTheyAreAndLeadInsideNoMoreThanBefore() {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse().withBody("inside")));
    StandIns played = new StandIns(Map.of("other", uri("")));

    assertThatThrownBy(
            () -> with(WireSettings.usual(false), played, wire -> wire.exchange(LINE, get("/"))))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("private network");
  }

  @Test
  void moreThanAShortWindowPermitsDoesNotLeaveAndNobodyWaits() throws Exception {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse()));
    Line line =
        new Line(
            "acme",
            "books",
            "shop",
            0,
            List.of(new Line.Window("hour", 2, Duration.ofMinutes(59))));

    with(
        usual(),
        wire -> {
          wire.exchange(line, get("/"));
          wire.exchange(line, get("/"));
          assertThatThrownBy(() -> wire.exchange(line, get("/")))
              .isInstanceOf(NotSent.class)
              .hasNoCause();
          return wire.exchange(new Line("acme", "other", "shop", 0, List.of()), get("/"));
        });
    assertThat(vendor.getAllServeEvents()).hasSize(3);
  }

  @Test
  void aProgramThatFailsAgainAndAgainIsLeftAloneAndTheOthersAreNot() throws Exception {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

    HttpReply other =
        with(
            usual(),
            wire -> {
              for (int i = 0; i < 5; i++) {
                assertThat(wire.exchange(LINE, get("/")).status()).isEqualTo(500);
              }
              assertThatThrownBy(() -> wire.exchange(LINE, get("/")))
                  .isInstanceOf(NotSent.class)
                  .hasNoCause();
              return wire.exchange(new Line("acme", "other", "shop", 0, List.of()), get("/"));
            });
    assertThat(other.status()).isEqualTo(500);
    assertThat(vendor.getAllServeEvents()).hasSize(6);
  }

  @Test
  void whoAsksInPersonReachesAProgramThatIsLeftAloneAndStaysWithinItsLimits() throws Exception {
    vendor.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    Line line =
        new Line(
            "acme", "books", "shop", 0, List.of(new Line.Window("m", 6, Duration.ofMinutes(59))));

    HttpReply asked =
        with(
            usual(),
            wire -> {
              for (int i = 0; i < 5; i++) {
                wire.exchange(line, get("/"));
              }
              assertThatThrownBy(() -> wire.exchange(LINE, get("/"))).isInstanceOf(NotSent.class);
              wire.forgive("acme", "books", Instant.parse("2026-11-26T09:00:00Z"));
              HttpReply reply = wire.exchange(line, get("/"));
              assertThatThrownBy(() -> wire.exchange(line, get("/")))
                  .isInstanceOf(NotSent.class)
                  .hasMessageContaining("permits 6 requests");
              return reply;
            });
    assertThat(asked.status()).isEqualTo(500);
    assertThat(vendor.getAllServeEvents()).hasSize(6);
  }

  private interface Exchange {
    HttpReply through(CamelWire wire) throws NotSent, NoReply;
  }

  private static WireSettings usual() {
    return WireSettings.usual(true);
  }

  private static HttpReply with(WireSettings settings, Exchange exchange) throws Exception {
    return with(settings, StandIns.NONE, exchange);
  }

  private static HttpReply with(WireSettings settings, StandIns standIns, Exchange exchange)
      throws Exception {
    try (CamelContext camel = new DefaultCamelContext();
        CloseableHttpClient client = ProgramClient.of(settings)) {
      camel.getRegistry().bind(ProgramRoutes.CLIENT, client);
      camel.addRoutes(new ProgramRoutes());
      camel.start();
      return exchange.through(new CamelWire(camel.createProducerTemplate(), settings, standIns));
    }
  }

  private HttpCall get(String path) {
    return new HttpCall("GET", uri(path), Map.of(), new byte[0]);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + vendor.port() + path);
  }
}
