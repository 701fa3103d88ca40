package org.dunlin.connectors.program.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what docs/new-program.md tells a newcomer to do, step by step. */
class TutorialTest {
  private static final Path PAGE = Path.of("..", "docs", "new-program.md");
  private static final Pattern FILE = Pattern.compile("\\*\\*`tallybook/([^`]+)`\\*\\*");
  private static final Pattern AFTER = Pattern.compile("after `([^`]+)`");
  private static final String MANIFEST = "program.yaml";

  private final Map<String, String> files = new TreeMap<>();

  /** The folder as it is at the end of a step. */
  record Step(String heading, Folder folder) {
    @Override
    public String toString() {
      return heading;
    }
  }

  static List<Step> steps() throws IOException {
    return new TutorialTest().done(Files.readAllLines(PAGE));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void atTheEndOfEachStepAllThatTheFolderDeclaresHolds(Step step) {
    FolderChecked checked = FolderCheck.of(step.folder());
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.examples()).allMatch(ExampleOutcome::holds);
    assertThat(checked.holds()).as(checked.toString()).isTrue();
  }

  @Test
  void theLastTableOfThePageIsWhatTheCheckSays() throws IOException {
    String page = Files.readString(PAGE);
    FolderChecked checked = FolderCheck.of(steps().getLast().folder());
    for (Held held : checked.capabilities()) {
      assertThat(page)
          .containsPattern(held.capability().word() + " +yes +" + Pattern.quote(held.by()));
    }
    assertThat(page)
        .contains(
            "%1$d of %1$d examples hold. %2$d of %2$d trials hold."
                .formatted(checked.examples().size(), checked.trials().size()));
  }

  private List<Step> done(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    String heading = "";
    String told = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("## ")) {
        if (heading.startsWith("## Step")) {
          steps.add(new Step(heading, folder()));
        }
        heading = line;
      } else if (line.startsWith("```")) {
        int end = lines.subList(i + 1, lines.size()).indexOf("```") + i + 1;
        if (!line.equals("```console")) {
          apply(told, String.join("\n", lines.subList(i + 1, end)) + "\n");
        }
        told = "";
        i = end;
      } else if (!line.isBlank()) {
        told = line;
      }
    }
    return steps;
  }

  private Folder folder() {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new Folder("tallybook", bytes);
  }

  /** What the line before a block says to do with it. */
  private void apply(String told, String block) {
    Matcher file = FILE.matcher(told);
    if (told.contains("line `capabilities` becomes")) {
      change("(?m)^capabilities:.*\n", block);
    } else if (file.find()) {
      String path = file.group(1);
      if (told.contains("Append to")) {
        files.merge(path, block, String::concat);
      } else if (told.contains("Insert into")) {
        Matcher after = AFTER.matcher(told);
        assertThat(after.find()).as(told).isTrue();
        String place = Pattern.quote(after.group(1)) + "\n";
        change(place, after.group(1) + "\n" + block);
      } else {
        files.put(path, block);
      }
    }
  }

  private void change(String place, String text) {
    String manifest = Objects.requireNonNull(files.get(MANIFEST));
    String changed = manifest.replaceFirst(place, Matcher.quoteReplacement(text));
    assertThat(changed).as(place).isNotEqualTo(manifest);
    files.put(MANIFEST, changed);
  }
}
