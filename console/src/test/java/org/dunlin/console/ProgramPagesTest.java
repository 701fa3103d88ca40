package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dunlin.connectors.program.Capability;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that can be connected, and the form that connects one. */
class ProgramPagesTest {
  private final Linked linked = new Linked();
  private final String company = linked.scene.id();

  @Test
  void thePagesAreFine() {
    Sight.isFine("programs", "/programs?company=" + company);
    Sight.isFine("program", "/programs/cloud-books?company=" + company);
  }

  @Test
  void theGalleryShowsWhatEachProgramCanDoAndWhyAFolderIsRefused() {
    String page = Text.of(linked.browser.open("/programs?company=" + company).body());
    assertThat(page)
        .contains("Cloud Books Added here", "Reads customers", "Tells at once what has changed")
        .contains("Folders that cannot be used")
        .contains("broken-books program.yaml", "read.invoices");
  }

  @Test
  void theFormIsMadeOfWhatTheProgramAsksFor() {
    String page = linked.browser.open("/programs/cloud-books?company=" + company).body();
    assertThat(page)
        .contains("type=\"password\" id=\"setting-clientSecret\"")
        .contains("type=\"url\" id=\"setting-address\"")
        .contains("<select class=\"form-select\" id=\"setting-region\"");
    assertThat(Text.of(page))
        .contains("Where Cloud Books runs. As in https://cloudbooks.example.")
        .contains(Hub.SHARED.address() + "/authorised")
        .contains("Cloud Books sends you back there");
  }

  @Test
  void aConnectionIsAddedAndItsSecretsAreShownToNobody() {
    HttpResponse<String> answer = linked.connectCloud("cloud");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

    String page = linked.browser.follow(answer).body();
    assertThat(Text.of(page))
        .contains("Connection cloud is added.", "Kept, and shown to nobody")
        .contains("Cloud Books has not permitted the access yet");
    for (String path : new String[] {"", "/settings", "/secrets", "/remove"}) {
      assertThat(linked.browser.open("/connections/cloud" + path + "?company=" + company).body())
          .doesNotContain(Linked.SECRET, "hook-key");
    }
    assertThat(linked.scene.stores().programs().secrets().of(company, "cloud"))
        .containsEntry("clientSecret", Linked.SECRET);
    assertThat(linked.scene.stores().connections().find(company, "cloud").orElseThrow().settings())
        .doesNotContainKeys("clientSecret", "hookKey");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndWhatWasEnteredStays() {
    linked.browser.open("/programs/cloud-books?company=" + company);
    HttpResponse<String> answer =
        linked.browser.press(
            "/programs/cloud-books",
            "company",
            company,
            "id",
            "My Books",
            "setting.address",
            "ftp://books.example",
            "setting.tenant",
            "7",
            "setting.clientId",
            "app-1",
            "setting.clientSecret",
            Linked.SECRET);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Text.of(answer.body())).contains("small letters, digits");
    HttpResponse<String> named =
        linked.browser.press(
            "/programs/cloud-books",
            "company",
            company,
            "id",
            "books-2",
            "setting.address",
            "ftp://books.example",
            "setting.tenant",
            "7",
            "setting.clientId",
            "app-1",
            "setting.clientSecret",
            Linked.SECRET);
    assertThat(named.statusCode()).isEqualTo(422);
    assertThat(named.body())
        .contains("error-setting-address", "error-setting-tenant", "value=\"app-1\"")
        .doesNotContain(Linked.SECRET);
    assertThat(linked.scene.stores().connections().find(company, "books-2")).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(linked.browser.open("/programs/nothing?company=" + company).statusCode())
        .isEqualTo(404);
    assertThat(linked.browser.open("/programs/broken-books?company=" + company).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void everyCapabilityHasItsWordsInEveryLanguage(Capability capability) {
    for (Language language : Language.values()) {
      Words words = new Words(language, ZoneOffset.UTC, Instant.EPOCH);
      assertThat(words.find("programs.can." + capability.word())).as(language.code()).isPresent();
    }
  }
}
