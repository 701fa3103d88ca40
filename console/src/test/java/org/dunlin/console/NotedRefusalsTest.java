package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.NotedRefusals;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever reads the log sees who was refused what, and no secret and nobody's data. */
class NotedRefusalsTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(NotedRefusals.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Scene mine = new Scene();
  private final Scene other = new Scene();

  /** What is refused is no fault of the hub, and less than tests are told by themselves. */
  @BeforeEach
  void listen() {
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  /** An address of its own for each test, so that none uses up what another may write. */
  private static String from() {
    long number = UUID.randomUUID().getLeastSignificantBits();
    return "10.%d.%d.%d".formatted(number & 127, number >> 8 & 127, number >> 16 & 127);
  }

  private List<String> about(String who) {
    return lines.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains(who))
        .toList();
  }

  @Test
  void whatSomebodyMayNotDoIsWrittenWithTheirName() {
    Somebody viewer = Somebody.in(mine.id(), Role.VIEWER);
    Browser browser = viewer.signedIn();
    browser.open(mine.page());
    browser.press("/mode", "company", mine.id(), "mode", "TEST");
    assertThat(about(viewer.name())).singleElement().asString().contains("403: POST /mode by");
  }

  @Test
  void whatIsOfAnotherCompanyIsWrittenThoughTheAnswerIsThatItIsNotThere() {
    Somebody admin = Somebody.in(mine.id(), Role.ADMIN);
    admin.signedIn().open("/customers?company=" + other.id() + "&search=Wilhelmina");
    assertThat(about(admin.name()))
        .singleElement()
        .asString()
        .contains("404 (another company): GET /customers by")
        .doesNotContain("Wilhelmina");
  }

  @Test
  void aFormWithoutItsTokenIsWritten() {
    Somebody admin = Somebody.in(mine.id(), Role.ADMIN);
    admin.signedIn().pressWithoutToken("/mode", "company", mine.id(), "mode", "TEST");
    assertThat(about(admin.name())).singleElement().asString().contains("403: POST /mode by");
  }

  @Test
  void aFormThatIsNotUnderstoodIsWritten() {
    Somebody admin = Somebody.in(mine.id(), Role.ADMIN);
    Browser browser = admin.signedIn();
    browser.open(mine.page());
    browser.press("/mode", "company", mine.id(), "mode", "NONSENSE");
    assertThat(about(admin.name()))
        .singleElement()
        .asString()
        .contains("400: POST /mode by")
        .doesNotContain("NONSENSE");
  }

  @Test
  void aCallIsWrittenThatATokenDoesNotAllowOrThatBringsNone() {
    String from = from();
    Caller.allowed(mine.id(), Scope.READ)
        .send(
            "PUT",
            "/api/v1/companies/" + mine.id() + "/arrangement-rules",
            "{}",
            "Content-Type",
            "application/json",
            "X-Forwarded-For",
            from);
    Caller.with("").get("/api/v1/companies", "X-Forwarded-For", from);
    assertThat(about("from " + from))
        .anySatisfy(line -> assertThat(line).contains("by token test "))
        .anySatisfy(line -> assertThat(line).contains("401: GET /api/… by nobody known"));
  }

  @Test
  void theSecretOfAnInvitationIsNotWritten() {
    String secret = "s3cr3t".repeat(8).substring(0, 43);
    Caller.with("").send("POST", "/invitation/" + secret, "", "X-Forwarded-For", from());
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anySatisfy(line -> assertThat(line).contains("403: POST /invitation/…"))
        .noneSatisfy(line -> assertThat(line).contains(secret));
  }

  @Test
  void nobodyUnknownFillsTheLogFromOneAddress() {
    String from = from();
    for (int i = 0; i < 80; i++) {
      Caller.with("").get("/api/v1/companies", "X-Forwarded-For", from);
    }
    assertThat(about("from " + from))
        .hasSizeBetween(1, 60)
        .last()
        .asString()
        .contains("not written");
  }
}
