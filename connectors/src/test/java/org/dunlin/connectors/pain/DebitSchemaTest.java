package org.dunlin.connectors.pain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files are valid by the schemas of ISO, or of the Deutsche Kreditwirtschaft where these count. */
class DebitSchemaTest {
  private static final int FILES = 60;

  private static Path schemas() {
    String samples = System.getProperty("dunlin.samples", "");
    assumeTrue(!samples.isBlank(), "skipped: -Ddunlin.samples does not name the sample files");
    return Path.of(samples).resolve("sepa/xsd-pain");
  }

  /** Says in the report that the others are skipped. */
  @Test
  void theSchemasAreThere() {
    assertThat(schemas()).isDirectory();
  }

  @TestFactory
  Stream<DynamicTest> everyFlavourWritesWhatItsSchemaAllows() {
    Path schemas = schemas();
    return Flavours.all().stream()
        .flatMap(
            flavour ->
                flavour.versions().stream()
                    .map(
                        version ->
                            DynamicTest.dynamicTest(
                                flavour.id() + " " + version.word(),
                                () -> valid(schemas, flavour, version))));
  }

  private static void valid(Path schemas, Flavour flavour, PainVersion version) throws Exception {
    Schema schema = schema(schemas, version.word());
    for (long seed = 0; seed < FILES; seed++) {
      String text = DebitWriter.write(new AnyDebits(seed).file(), version, flavour);
      schema.newValidator().validate(new StreamSource(new StringReader(text)));
    }
  }

  @TestFactory
  Stream<DynamicTest> theAnswersThatOtherTestsReadAreValid() {
    Path schemas = schemas();
    return List.of("10", "14").stream()
        .map(
            version ->
                DynamicTest.dynamicTest(
                    version,
                    () ->
                        schema(schemas, "pain.002.001." + version)
                            .newValidator()
                            .validate(
                                new StreamSource(
                                    new ByteArrayInputStream(
                                        StatusTest.report(version)
                                            .getBytes(StandardCharsets.UTF_8))))));
  }

  private static Schema schema(Path schemas, String name) throws Exception {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schemas.resolve(name + ".xsd").toFile());
  }
}
