package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Programs;
import org.dunlin.work.program.FolderNews.News;
import org.dunlin.work.pull.Shop;
import org.junit.jupiter.api.Test;

/** The log tells of each folder that was dropped in once, and again when it has changed. */
class FolderNewsTest {
  private final List<Folder> folders = new ArrayList<>();
  private final Programs programs = new Programs(() -> folders);
  private final FolderNews news = new FolderNews();

  @Test
  void aFolderIsFoundOnceAndTakenAwayOnce() {
    folders.add(shop(Shop.MANIFEST));
    assertThat(look())
        .containsExactly(new News(false, "The program shop was found and can be connected."));
    assertThat(look()).isEmpty();

    folders.clear();
    assertThat(look())
        .containsExactly(new News(false, "The folder of the program shop was taken away."));
    assertThat(look()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldOnceAndAgainWhenSomethingElseIs() {
    folders.add(shop(Shop.MANIFEST));
    look();
    folders.set(0, shop(Shop.MANIFEST.replace("every: PT15M", "every: often")));
    assertThat(look())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.amiss()).isTrue();
              assertThat(told.sentence())
                  .startsWith("The folder of the program shop is refused: program.yaml, line ")
                  .contains("often");
            });
    assertThat(look()).isEmpty();

    folders.set(0, shop(Shop.MANIFEST.replace("every: PT15M", "every: seldom")));
    assertThat(look()).singleElement().extracting(News::sentence).asString().contains("seldom");

    folders.set(0, shop(Shop.MANIFEST.replace("every: PT15M", "every: PT20M")));
    assertThat(look())
        .containsExactly(new News(false, "The program shop was changed and goes on as it is now."));
  }

  private List<News> look() {
    programs.rescan();
    return news.of(programs);
  }

  private static Folder shop(String manifest) {
    return new Folder(
        "shop",
        Map.of(
            "program.yaml", manifest.getBytes(StandardCharsets.UTF_8),
            "invoices.jslt", "null".getBytes(StandardCharsets.UTF_8),
            "payment.jslt", ".".getBytes(StandardCharsets.UTF_8)));
  }
}
