package org.dunlin.routes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;

/**
 * The template of which each watched folder's route is made. A file that the inbox has taken is
 * moved to {@code accepted}, one that it refuses to {@code refused}; nothing is deleted, and
 * whatever breaks off leaves the file where it is, to be read again.
 */
public final class FolderRoutes extends RouteBuilder {
  static final String TEMPLATE = "intake-folder";
  static final String OUTCOME = "dunlinOutcome";
  static final String NAME = "dunlinName";
  private static final int LONGEST_NAME = 100;

  private final AcceptFile acceptFile;
  private final RouteSettings settings;

  /** Files of all watched folders go through this use case. */
  public FolderRoutes(AcceptFile acceptFile, RouteSettings settings) {
    this.acceptFile = acceptFile;
    this.settings = settings;
  }

  @Override
  public void configure() {
    routeTemplate(TEMPLATE)
        .templateParameter("company")
        .templateParameter("connection")
        .templateParameter("directory")
        .templateParameter("filter")
        .from(
            "file:{{directory}}?filter=#bean:{{filter}}&recursive=false&readLock=none&delay="
                + settings.folderPoll().toMillis()
                + "&initialDelay=0&sortBy=file:modified;file:name&probeContentType=false"
                + "&move=../${exchangeProperty."
                + OUTCOME
                + "}/${date:now:yyyy-MM}/${date:now:ddHHmmssSSS}-${exchangeProperty."
                + NAME
                + "}")
        .routeId("intake/{{company}}/{{connection}}")
        .removeHeaders("*")
        .setProperty("company", constant("{{company}}"))
        .setProperty("connection", constant("{{connection}}"))
        .process(this::accept);
  }

  private void accept(Exchange exchange) throws IOException {
    GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
    String name = file.getFileNameOnly();
    exchange.setProperty(NAME, putAwayAs(name));
    try (InputStream stream = new UnchangingFile(((File) file.getFile()).toPath())) {
      Acceptance acceptance =
          acceptFile.accept(
              exchange.getProperty("company", String.class),
              exchange.getProperty("connection", String.class),
              name,
              stream);
      exchange.setProperty(OUTCOME, acceptance == Acceptance.REFUSED ? "refused" : "accepted");
    }
  }

  /** The end of the name, which has its suffix, in characters that every file system takes. */
  private static String putAwayAs(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }
}
