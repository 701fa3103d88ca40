package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Stream;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** A reply of a stream, and the records that it must become. */
record StreamExample(Program program, Stream stream, boolean fetched) {
  @Nullable String difference(byte[] reply, byte[] expected, byte @Nullable [] parent) {
    List<CanonicalRecord> wanted = expected(expected);
    for (CanonicalRecord each : wanted) {
      if (each instanceof Problem wrong && wrong.source().equals(EXPECTED)) {
        return "what is expected is not canonical: " + wrong.position() + ": " + wrong.message();
      }
    }
    try {
      return difference(records(reply, facts(parent)), wanted);
    } catch (Untranslatable | NotJson | IllegalArgumentException e) {
      return "it cannot be translated: " + e.getMessage();
    }
  }

  private static final String EXPECTED = "expected";

  private Facts facts(byte @Nullable [] parent) {
    Facts facts = ExampleFacts.of(program.manifest());
    return parent == null ? facts : ExampleFacts.with(facts, "parent.", Json.read(parent));
  }

  private List<CanonicalRecord> records(byte[] reply, Facts facts) {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      program
          .translator(stream, fetched, facts)
          .translate(new ByteArrayInputStream(reply), "example", records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static List<CanonicalRecord> expected(byte[] lines) {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      new CanonicalReader(EXPECTED).read(new ByteArrayInputStream(lines), records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static @Nullable String difference(
      List<CanonicalRecord> found, List<CanonicalRecord> wanted) {
    for (int index = 0; index < Math.max(found.size(), wanted.size()); index++) {
      CanonicalRecord one = index < found.size() ? found.get(index) : null;
      CanonicalRecord other = index < wanted.size() ? wanted.get(index) : null;
      if (!same(one, other)) {
        return "record "
            + (index + 1)
            + " is "
            + shown(one)
            + ", and "
            + shown(other)
            + " is expected.";
      }
    }
    return null;
  }

  /** Of a problem only its kind counts, not its words. */
  private static boolean same(@Nullable CanonicalRecord one, @Nullable CanonicalRecord other) {
    if (one instanceof Problem problem && other instanceof Problem expected) {
      return problem.code().equals(expected.code());
    }
    return one != null && other != null && SameJson.same(tree(one), tree(other));
  }

  /** As JSON; a percentage is a number, so that 2 and 2.00 are the same. */
  private static JsonNode tree(CanonicalRecord record) {
    JsonNode tree = Json.read(CanonicalWriter.line(record).getBytes(StandardCharsets.UTF_8));
    if (tree.path("earlyPayment") instanceof ObjectNode early) {
      early.put("percent", new BigDecimal(early.path("percent").asText()));
    }
    return tree;
  }

  private static String shown(@Nullable CanonicalRecord record) {
    return record == null ? "none" : CanonicalWriter.line(record);
  }
}
