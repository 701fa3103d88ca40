package org.dunlin.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.core.port.Dispatch;

/** The ways out: an e-mail by SMTP, a status file into a folder. */
public final class OutwardRoutes extends RouteBuilder {
  static final String EMAIL = "direct:deliver-email";
  static final String STATUS_FILE = "direct:deliver-status-file";

  /** The name under which the registry holds the sender, with its password. */
  public static final String MAIL_SENDER = "dunlinMailSender";

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from(EMAIL)
        .routeId("deliver-email")
        .removeHeaders("*")
        .process(new Composing())
        .to("smtp://hub?javaMailSender=#bean:" + MAIL_SENDER);
    from(STATUS_FILE)
        .routeId("deliver-status-file")
        .removeHeaders("*")
        .process(exchange -> write(exchange.getMessage().getBody(Dispatch.StatusFile.class)));
  }

  private static void write(Dispatch.StatusFile file) throws IOException {
    WholeFiles.write(
        Path.of(file.folder()).resolve("out"),
        file.name(),
        file.content().getBytes(StandardCharsets.UTF_8));
  }
}
