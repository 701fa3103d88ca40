package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People upload files, with scripts and without. */
class UploadTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final String page = "/upload?company=" + scene.id();

  @BeforeEach
  void open() {
    browser.open(page);
  }

  private HttpResponse<String> form(Map<String, String> files) {
    return browser.sendForm(
        "/upload", Map.of("company", scene.id(), "connection", Scene.FOLDER), files);
  }

  private HttpResponse<String> file(String query, byte[] content) {
    return browser.sendBody("/upload/file?company=" + scene.id() + "&" + query, content);
  }

  @Test
  void thePageIsFine() {
    Sight.isFine("upload", page);
  }

  @Test
  void aFormBringsSeveralFilesAndSaysOfEachWhatBecameOfIt() {
    String content = "uploaded " + UUID.randomUUID();
    Map<String, String> files = new TreeMap<>();
    files.put("1 new.xml", content);
    files.put("2 the same.xml", content);
    files.put("3 empty.xml", "");

    HttpResponse<String> answer = form(files);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Text.of(answer.body()))
        .contains("1 new.xml Taken", "2 the same.xml Was here already", "3 empty.xml Refused")
        .contains("The file is empty");
    assertThat(answer.body()).contains("/deliveries/");
  }

  @Test
  void aFormWithoutAFileSaysNothing() {
    HttpResponse<String> answer = form(Map.of("", ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Text.of(answer.body())).doesNotContain("Refused");
  }

  @Test
  void aScriptSendsAFileByItselfAndGetsItsRow() {
    byte[] content = ("sent " + UUID.randomUUID()).getBytes(UTF_8);

    String first = file("connection=books&name=a%20b.xml", content).body();
    String again = file("connection=books&name=c.xml", content).body();

    assertThat(Text.of(first)).contains("a b.xml Taken");
    assertThat(Text.of(again)).contains("c.xml Was here already");
    assertThat(first).doesNotContain("<html");
  }

  @Test
  void whatIsTooLargeOrPausedIsRefused() {
    byte[] large = new byte[Hub.LARGEST_FILE + 1];
    large[0] = 'x';
    assertThat(Text.of(file("connection=books&name=a", large).body())).contains("a Refused");
    scene.stores().connections().setPaused(scene.id(), Scene.FOLDER, true);
    assertThat(Text.of(file("connection=books&name=a", new byte[] {1}).body()))
        .contains("The connection is paused");
  }

  @Test
  void whoHasNoTokenOfThePageOrNoConnectionBringsNothing() {
    assertThat(file("connection=nothing&name=a", new byte[] {1}).statusCode()).isEqualTo(404);
    Browser other = Browser.stranger();
    assertThat(
            other
                .sendBody(
                    "/upload/file?company=" + scene.id() + "&connection=books&name=a",
                    new byte[] {1})
                .statusCode())
        .isIn(302, 401, 403);
  }

  @Test
  void namesOfFilesAreShownAsTextOnly() {
    String row =
        file("connection=books&name=%3Cscript%3Ealert(1)%3C%2Fscript%3E", new byte[] {7}).body();
    assertThat(row).doesNotContain("<script>").contains("&lt;script&gt;");
  }
}
