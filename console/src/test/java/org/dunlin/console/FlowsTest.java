package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

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
        .contains("intake/" + scene.id() + "/books brings what lies in the folder")
        .contains("Running 1 2 disk full");
  }

  @Test
  void aRouteOfAllCompaniesNamesNoneOfThem() {
    Hub.ROUTES.failingForAll("accept", "their-file.xml of another company is too large");
    assertThat(page())
        .contains("accept takes everything that comes in", "Stopped 0 3")
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
}
