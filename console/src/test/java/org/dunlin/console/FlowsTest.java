package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

class FlowsTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  private String page() {
    return Text.of(browser.open("/flows?company=" + scene.id()));
  }

  @Test
  void aFlowShowsItsLagAndItsLastError() {
    scene.stores().flows().failed(scene.id(), Scene.FOLDER, "deliver", "The folder is not there.");
    scene.accept("waiting.xml", "<a>" + scene.id() + "</a>");
    assertThat(page())
        .containsPattern("Reading Working never 1 for \\d+ seconds? 0")
        .contains("Sending Failing never 0 – 1 The folder is not there.");
    scene.translate();
  }

  @Test
  void aConnectionShowsItsProgramAndNoneOfItsSettings() {
    assertThat(page()).contains("books Folder").doesNotContain("/srv/books");
  }

  @Test
  void aRoadNamesTheFileThatCameLastAndLeadsToIt() {
    assertThat(page()).doesNotContain("Last file");
    scene.accept("monday.xml", "<a>monday " + scene.id() + "</a>");
    scene.accept("<tuesday>.xml", "<a>tuesday " + scene.id() + "</a>");
    assertThat(page()).contains("Last file: &lt;tuesday&gt;.xml").doesNotContain("monday.xml");
    assertThat(browser.open("/flows?company=" + scene.id()).body())
        .containsPattern("<a href=\"/deliveries/[-0-9a-f]{36}\\?[^\"]*\">&lt;tuesday&gt;.xml</a>");
    scene.translate();
  }

  @Test
  void aProgramIsCalledByItsNameAndHasNoFlowOfFiles() {
    Linked linked = new Linked();
    linked.connectOffice("office");
    String flows = Text.of(linked.browser.open("/flows?company=" + linked.scene.id()).body());
    assertThat(flows)
        .containsPattern("office Office Books .*? Reading the program Nothing yet")
        .doesNotContainPattern("office Office Books [^*]*? Taking in .*All connections together");
  }

  @Test
  void theRoadOfACompanySaysWhatFailedOnItLast() {
    Hub.ROUTES.failing(scene.id(), Scene.FOLDER, "disk full");
    assertThat(page())
        .contains("intake/" + scene.id() + "/books brings what lies where a connection looks")
        .contains("Running 1 250 ms 2 disk full");
  }

  @Test
  void aRouteOfAllCompaniesNamesNoneOfThem() {
    Hub.ROUTES.failingForAll("accept", "their-file.xml of another company is too large");
    assertThat(page())
        .contains("accept takes everything that comes in", "Stopped 0 – 3")
        .contains("the hub’s log says why")
        .doesNotContain("their-file.xml");
  }

  @Test
  void theRoadsOfOtherCompaniesAreNotShown() {
    Scene other = new Scene();
    Hub.ROUTES.failing(other.id(), Scene.FOLDER, "their trouble");
    assertThat(page()).doesNotContain(other.id(), "their trouble");
  }

  @Test
  void theFlowsAreReadAgainByThemselvesAndByALinkWithoutScripts() {
    assertThat(browser.open("/flows?company=" + scene.id()).body())
        .contains("hx-trigger=\"every 10s\"", "hx-select=\"#moving\"", ">Refresh<");
  }

  @Test
  void whatStoppingARoadMeansIsSaidBeforeItIsDoneAndTheJournalOfItsCompanyHasIt() {
    Hub.ROUTES.failing(scene.id(), Scene.FOLDER, "disk full");
    String road = "intake/" + scene.id() + "/books";
    String stop = "/flows/route/STOP?company=" + scene.id() + "&amp;route=" + encoded(road);
    assertThat(browser.open("/flows?company=" + scene.id()).body()).contains(stop);
    assertThat(Text.of(browser.open(stop.replace("&amp;", "&"))))
        .contains("What lies there stays there.", "pause the connection");

    HttpResponse<String> answer =
        browser.press(
            "/flows/route/STOP",
            "company",
            scene.id(),
            "route",
            road,
            "back",
            "/flows?company=" + scene.id());

    assertThat(Text.of(browser.follow(answer)))
        .contains("Stopped: " + road, "Stopped by a person 0 250 ms 2");
    assertThat(browser.open(stop.replace("&amp;", "&")).statusCode())
        .as("it is stopped already")
        .isEqualTo(404);
    browser.press("/flows/route/START", "company", scene.id(), "route", road);
    assertThat(scene.stores().journal().about(scene.id(), "route", road, null, 10))
        .extracting(entry -> entry.actor() + " " + entry.event())
        .containsExactlyInAnyOrder("admin ROUTE_STOPPED", "admin ROUTE_STARTED");
  }

  @Test
  void theRoadOfAnotherCompanyIsNotThere() {
    Scene other = new Scene();
    Hub.ROUTES.failing(other.id(), Scene.FOLDER, "their trouble");
    String road = "intake/" + other.id() + "/books";
    assertThat(
            browser.press("/flows/route/STOP", "company", scene.id(), "route", road).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoActsForSomeCompaniesAloneSeesNoSwitches() {
    assertThat(browser.open("/flows?company=" + scene.id()).body()).contains("/flows/route/");
    assertThat(
            Somebody.in(scene.id(), Role.SUPPORTER)
                .signedIn()
                .open("/flows?company=" + scene.id())
                .body())
        .doesNotContain("/flows/route/");
  }

  @Test
  void aProgramOfAllCompaniesSuspendsAndResumesARoute() {
    Hub.ROUTES.failing(scene.id(), Scene.FOLDER, "disk full");
    Caller program = Caller.allowed(null, Scope.READ, Scope.SETTINGS);
    String road = "intake/" + scene.id() + "/books";
    assertThat(program.get("/api/v1/routes").body()).contains(road, "\"meanMillis\":250");
    assertThat(act(program, road, "SUSPEND").body()).contains("\"state\":\"SUSPENDED\"");
    assertThat(act(program, road, "SUSPEND").statusCode()).isEqualTo(409);
    assertThat(act(program, road, "RESUME").body()).contains("\"state\":\"RUNNING\"");
    assertThat(act(program, "nobody", "STOP").statusCode()).isEqualTo(404);
    assertThat(Caller.allowed(scene.id(), Scope.READ).get("/api/v1/routes").statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> act(Caller program, String route, String act) {
    return program.send(
        "POST",
        "/api/v1/routes",
        "{\"route\":\"%s\",\"act\":\"%s\"}".formatted(route, act),
        "Content-Type",
        "application/json");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whatCameInAnHourIsDrawnAndStandsInATableBehindIt() {
    scene.deliver("invoices.xml", Papers.invoices(3, "Hotel " + scene.id()));
    scene.deliver("junk.bin", "nothing known " + scene.id());
    assertThat(page()).doesNotContain("in the last 24 hours");
    scene.stores().flowHours().write();

    assertThat(page())
        .contains("read in the last 24 hours, 1 delivery failed")
        .containsPattern("Hour from Deliveries Records Failures .*? 2 \\d+ 1 ");
    assertThat(browser.open("/flows?company=" + scene.id()).body())
        .containsPattern(
            "<rect class=\"failing\" x=\"2[23]\" y=\"0.00\" width=\"0.8\" height=\"20.00\"/>");
    Scene other = new Scene();
    assertThat(Text.of(browser.open("/flows?company=" + other.id())))
        .doesNotContain("in the last 24 hours");
  }
}
