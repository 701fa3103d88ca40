package org.dunlin.routes;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Reach;

/**
 * The one way into the inbox, which every road takes: the body is a stream that is read once and
 * never held; what became of it is the body afterwards. A failure goes back to the road, which
 * keeps what it brought.
 */
public final class AcceptRoute extends RouteBuilder {
  /** Where roads send what they bring, and wait. */
  public static final String ACCEPT = "direct:accept";

  /** The exchange property that names the company. */
  public static final String COMPANY = "dunlinCompany";

  /** The exchange property that names the connection. */
  public static final String CONNECTION = "dunlinConnection";

  /** The exchange property with the name under which it is shown. */
  public static final String NAME = "dunlinName";

  /**
   * The exchange property with the {@link Reach} of what is brought; that of a folder without it.
   */
  public static final String REACH = "dunlinReach";

  private final AcceptFile acceptFile;

  /** What comes in goes through this use case. */
  public AcceptRoute(AcceptFile acceptFile) {
    this.acceptFile = acceptFile;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from(ACCEPT).routeId("accept").noStreamCaching().process(this::accept);
  }

  private void accept(Exchange exchange) throws IOException {
    try (InputStream stream = exchange.getMessage().getMandatoryBody(InputStream.class)) {
      exchange
          .getMessage()
          .setBody(
              acceptFile.accept(
                  exchange.getProperty(COMPANY, String.class),
                  exchange.getProperty(CONNECTION, String.class),
                  exchange.getProperty(NAME, String.class),
                  stream,
                  exchange.getProperty(REACH, Reach.HUB, Reach.class)));
    } catch (InvalidPayloadException e) {
      throw new IllegalStateException("a road must bring a stream", e);
    }
  }
}
