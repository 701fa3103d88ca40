package org.dunlin.routes;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The way to programs and back: a call goes out as it is, and its answer comes back in bytes. */
public final class ProgramRoutes extends RouteBuilder {
  static final String ASK = "direct:ask-program";

  /** The name under which the registry holds the client. */
  public static final String CLIENT = "dunlinProgramClient";

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from(ASK)
        .routeId("ask-program")
        .noStreamCaching()
        .removeHeaders("*", Exchange.HTTP_METHOD, Exchange.HTTP_URI)
        .to("http://program.invalid?httpClient=#bean:" + CLIENT + "&throwExceptionOnFailure=false")
        .removeHeaders("*", Exchange.HTTP_RESPONSE_CODE)
        .process(ProgramRoutes::whole);
  }

  private static void whole(Exchange exchange) throws IOException {
    try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
      exchange.getMessage().setBody(body == null ? new byte[0] : body.readAllBytes());
    }
  }
}
