package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;

/** Whatever a program answers becomes records of the canonical form, problems, or one refusal. */
class HostileAnswerTest {
  private static final Folder FOLDER = FolderOnDisk.example();
  private static final Program PROGRAM = ((Loaded.Sound) ProgramLoader.load(FOLDER)).program();
  private static final byte[] PAGE =
      FOLDER.files().getOrDefault("examples/invoices/open-and-void.json", new byte[0]);
  private static final String[] VALUES = {
    "null",
    "true",
    "false",
    "-1",
    "0",
    "1e300",
    "-1e-300",
    "0.0000000000001",
    "99999999999999999999999999999999",
    "\"\"",
    "\" \"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"2026-02-30\"",
    "\"/Date(99999999999999)/\"",
    "[]",
    "{}",
    "[[[[]]]]",
    "{\"a\":{\"b\":1}}",
    "\"9999-12-31T23:59:60Z\"",
    "\"EUR\"",
    "\"XXX\""
  };

  @Property(tries = 2000)
  void anAnswerThatIsChangedAnywhereIsTranslatedOrRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    JsonNode page = Json.read(PAGE);
    for (int change = 0; change < 1 + random.nextInt(4); change++) {
      change(page, random);
    }
    translated(Json.write(page));
  }

  @Property(tries = 1000)
  void bytesThatAreAnythingAtAllAreRefusedOrTranslated(@ForAll byte[] bytes, @ForAll int at)
      throws IOException {
    byte[] page = PAGE.clone();
    for (int index = 0; index < bytes.length; index++) {
      page[Math.floorMod(at + index, page.length)] = bytes[index];
    }
    translated(page);
    translated(bytes);
  }

  private static void translated(byte[] answer) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      PROGRAM
          .translator(PROGRAM.manifest().stream("invoices").orElseThrow(), false, Facts.NONE)
          .translate(new ByteArrayInputStream(answer), "page", records::add);
    } catch (Untranslatable refused) {
      assertThat(refused.problem().message()).isNotBlank();
    }
    for (CanonicalRecord record : records) {
      String line = CanonicalWriter.line(record);
      assertThat(new CanonicalReader("again").record(line)).as(line).contains(record);
      if (record instanceof Problem problem) {
        assertThat(problem.message()).isNotBlank();
      }
    }
  }

  private static void change(JsonNode page, Random random) {
    List<Runnable> changes = new ArrayList<>();
    collect(page, random, changes);
    if (!changes.isEmpty()) {
      changes.get(random.nextInt(changes.size())).run();
    }
  }

  private static void collect(JsonNode node, Random random, List<Runnable> changes) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                changes.add(() -> object.set(field.getKey(), value(random)));
                changes.add(() -> object.remove(field.getKey()));
                collect(field.getValue(), random, changes);
              });
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        int at = index;
        changes.add(() -> array.set(at, value(random)));
        collect(array.get(index), random, changes);
      }
    }
  }

  private static JsonNode value(Random random) {
    return Json.read(VALUES[random.nextInt(VALUES.length)].getBytes(StandardCharsets.UTF_8));
  }
}
