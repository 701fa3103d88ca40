package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramSchemaTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "program.schema.json");
  private static final Path USED =
      Path.of(
          "src",
          "main",
          "resources",
          "org",
          "dunlin",
          "connectors",
          "program",
          "program.schema.json");

  @Test
  void thePublishedSchemaIsTheOneThatManifestsAreHeldAgainst() throws IOException {
    assertThat(PUBLISHED)
        .as("copy " + USED + " to docs/program.schema.json")
        .hasSameTextualContentAs(USED);
  }

  @Test
  void theSchemaItselfFollowsItsStandard() throws IOException {
    JsonSchema standard =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(standard.validate(Files.readString(USED), InputFormat.JSON)).isEmpty();
  }
}
