package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXParseException;

/**
 * The files against the published schemas, where {@code -Ddunlin.samples} names a folder that has
 * them; skipped, and said so, where not.
 */
class SchemaTest {
  private static final Played PLAYED = Played.grown(3, 100);

  private final Map<String, Schema> schemas = new HashMap<>();
  private Path samples = Path.of("");

  @BeforeEach
  void samplesAreGiven() {
    String folder = System.getProperty("dunlin.samples", "");
    assumeTrue(!folder.isEmpty(), "skipped: no -Ddunlin.samples with the schemas");
    samples = Path.of(folder);
  }

  @Test
  void invoicesAndCreditNotesAreValidUbl() throws Exception {
    for (OutsideFile file : PLAYED.goodFiles()) {
      if (file.name().startsWith("factuur")) {
        validate(file, "e-invoices/ubl21-xsd/maindoc/UBL-Invoice-2.1.xsd");
      } else if (file.name().startsWith("creditnota")) {
        validate(file, "e-invoices/ubl21-xsd/maindoc/UBL-CreditNote-2.1.xsd");
      }
    }
    assertThat(schemas).hasSize(2);
  }

  @Test
  void statementsAreValidCamt() throws Exception {
    for (OutsideFile file : PLAYED.goodFiles()) {
      if (file.name().startsWith("camt053")) {
        validate(file, "sepa/xsd-camt/camt.053.001.02.xsd");
      } else if (file.name().startsWith("CAMT")) {
        validate(file, "sepa/xsd-camt/camt.053.001.08.xsd");
      }
    }
    assertThat(schemas).hasSize(2);
  }

  private void validate(OutsideFile file, String schema) throws Exception {
    Schema against = schemas.get(schema);
    if (against == null) {
      Path path = samples.resolve(schema);
      assertThat(Files.isRegularFile(path)).as("the schema %s", path).isTrue();
      against =
          SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
              .newSchema(
                  new Source[] {
                    ours("core-component-types.xsd"),
                    ours("no-signatures.xsd"),
                    new StreamSource(path.toFile())
                  });
      schemas.put(schema, against);
    }
    try {
      against
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(file.bytes()), file.name()));
    } catch (SAXParseException e) {
      throw new AssertionError(file.name() + " line " + e.getLineNumber(), e);
    }
  }

  /** What the samples lack of the schemas that UBL's refer to. */
  private static Source ours(String name) {
    return new StreamSource(String.valueOf(SchemaTest.class.getResource(name)));
  }
}
