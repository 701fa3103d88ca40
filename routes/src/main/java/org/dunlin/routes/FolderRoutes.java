package org.dunlin.routes;

import java.io.File;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.dunlin.work.intake.Acceptance;

/**
 * The template of which each watched folder's route is made. A file that the inbox has taken is
 * moved to {@code accepted}, one that it refuses to {@code refused}; nothing is deleted, and
 * whatever breaks off leaves the file where it is, to be read again.
 */
public final class FolderRoutes extends RouteBuilder {
  static final String TEMPLATE = "intake-folder";
  static final String OUTCOME = "dunlinOutcome";
  static final String PUT_AWAY_AS = "dunlinPutAwayAs";
  private static final int LONGEST_NAME = 100;

  private final RouteSettings settings;

  /** Folders are listed as often as these settings say. */
  public FolderRoutes(RouteSettings settings) {
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
                + PUT_AWAY_AS
                + "}")
        .routeId("intake/{{company}}/{{connection}}")
        .noStreamCaching()
        .removeHeaders("*")
        .setProperty(AcceptRoute.COMPANY, constant("{{company}}"))
        .setProperty(AcceptRoute.CONNECTION, constant("{{connection}}"))
        .process(FolderRoutes::open)
        .to(AcceptRoute.ACCEPT)
        .process(FolderRoutes::outcome);
  }

  private static void open(Exchange exchange) throws IOException {
    GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
    exchange.setProperty(AcceptRoute.NAME, file.getFileNameOnly());
    exchange.setProperty(PUT_AWAY_AS, putAwayAs(file.getFileNameOnly()));
    exchange.getMessage().setBody(new UnchangingFile(((File) file.getFile()).toPath()));
  }

  private static void outcome(Exchange exchange) {
    Acceptance acceptance = exchange.getMessage().getBody(Acceptance.class);
    exchange.setProperty(
        OUTCOME, acceptance instanceof Acceptance.Refused ? "refused" : "accepted");
  }

  /** The end of the name, which has its suffix, in characters that every file system takes. */
  private static String putAwayAs(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }
}
