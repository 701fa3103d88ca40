package org.dunlin.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;

/** Writes records as JSON Lines in UTF-8, one a line. Throws {@link UncheckedIOException}. */
public final class CanonicalWriter implements AutoCloseable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator generator;
  private final ObjectOut out;

  /** Writes to the stream, which stays open when this is closed. */
  public CanonicalWriter(OutputStream stream) {
    try {
      generator = lines(FACTORY.createGenerator(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out = new ObjectOut(generator);
  }

  private CanonicalWriter(Writer writer) throws IOException {
    generator = lines(FACTORY.createGenerator(writer));
    out = new ObjectOut(generator);
  }

  /** One record as its line, without the line's end. */
  public static String line(CanonicalRecord record) {
    StringWriter text = new StringWriter();
    try {
      CanonicalWriter writer = new CanonicalWriter(text);
      writer.object(record);
      writer.generator.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes one record and the end of its line. */
  public void write(CanonicalRecord record) {
    try {
      object(record);
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands what was written to the stream. */
  public void flush() {
    try {
      generator.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      generator.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void object(CanonicalRecord record) throws IOException {
    generator.writeStartObject();
    switch (record) {
      case Company company -> typed("company", () -> PartyJson.write(company, out));
      case Customer customer -> typed("customer", () -> PartyJson.write(customer, out));
      case Invoice invoice -> typed("invoice", () -> DocumentJson.write(invoice, out));
      case Statement statement -> typed("statement", () -> MoneyMovedJson.write(statement, out));
      case Payment payment -> typed("payment", () -> MoneyMovedJson.write(payment, out));
      case Allocation allocation ->
          typed("allocation", () -> MoneyMovedJson.write(allocation, out));
      case Adjustment adjustment ->
          typed("adjustment", () -> MoneyMovedJson.write(adjustment, out));
      case Problem problem -> typed("problem", () -> ProblemJson.write(problem, out));
      case Action action -> typed("action", () -> DunningJson.write(action, out));
      case Claim claim -> typed("claim", () -> DunningJson.write(claim, out));
      case Hold hold -> typed("hold", () -> DunningJson.write(hold, out));
      case Promise promise -> typed("promise", () -> AgreementJson.write(promise, out));
      case Dispute dispute -> typed("dispute", () -> AgreementJson.write(dispute, out));
      case Arrangement arrangement ->
          typed("arrangement", () -> AgreementJson.write(arrangement, out));
      case PaymentLink link -> typed("payment_link", () -> PayingJson.write(link, out));
      case Checkout checkout -> typed("checkout", () -> PayingJson.write(checkout, out));
      case Mandate mandate -> typed("mandate", () -> MandateJson.write(mandate, out));
    }
    generator.writeEndObject();
  }

  private void typed(String type, Runnable fields) {
    out.text("type", type);
    fields.run();
  }

  private static JsonGenerator lines(JsonGenerator generator) {
    return generator
        .setPrettyPrinter(new MinimalPrettyPrinter(""))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  }
}
