package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dunlin.console.RawSocket.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Of all files of the hub browsers get style sheets and scripts, and no other. */
class ServedFilesTest {
  private final int port = URI.create(Hub.SHARED.address()).getPort();

  @Test
  void whatLiesAmongTheAssetsAreStyleSheetsAndScripts() throws IOException {
    List<String> names =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/org/dunlin/console/assets/*"))
            .map(Resource::getFilename)
            .map(Objects::requireNonNull)
            .toList();
    assertThat(names)
        .contains("console.css", "live.js")
        .allMatch(each -> each.matches("[a-z-]+(\\.min)?\\.(css|js)"));
    for (String name : names) {
      assertThat(RawSocket.ask(port, "GET /assets/" + name + " HTTP/1.1").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/.",
        "/assets/../words/en/people.properties",
        "/assets/..%2fwords/en/people.properties",
        "/assets/..%2fwords%2fen%2fpeople.properties",
        "/assets/%2e%2e/words/en/people.properties",
        "/assets/%252e%252e%252fwords/en/people.properties",
        "/assets/..;/words/en/people.properties",
        "/assets/..\\words\\en\\people.properties",
        "/assets/..%5cwords%5cen%5cpeople.properties",
        "/assets/../package-info.class",
        "/assets/../api/openapi.json",
        "/assets/../login/common-passwords.bin",
        "/assets/..%2f..%2f..%2f..%2fapplication.yaml",
        "/assets/%2fetc/passwd",
        "/assets//etc/passwd",
        "/assets/file:/etc/passwd",
        "/assets/console.css~",
        "/assets/console.css.bak",
        "/assets/.console.css.swp",
        "/assets/console.css%00.js",
        "/assets/.git/config",
        "/.git/config",
        "/.env",
        "/dunlin.yaml",
        "/dunlin.key",
        "/application.yaml",
        "/backups/",
        "/data/dunlin.key",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/org/dunlin/console/api/openapi.json",
        "/org/dunlin/console/FirstAdministrator.class",
        "/templates/",
        "/webjars/",
        "/console.css"
      })
  void nothingElseIsServedToWhoeverHasSignedIn(String path) {
    String cookies =
        Browser.signedIn().cookies().getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    Answer answer = RawSocket.ask(port, "GET " + path + " HTTP/1.1", "Cookie: " + cookies);
    assertThat(List.of(400, 404)).as(answer.head()).contains(answer.status());
    assertThat(answer.text())
        .doesNotContain(
            "people.password", "root:", "openapi\":", "spring:", "\u00ca\u00fe\u00ba\u00be");
  }
}
