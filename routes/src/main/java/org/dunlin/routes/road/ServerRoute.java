package org.dunlin.routes.road;

import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.FtpConstants;
import org.dunlin.core.road.Road;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.intake.WholeBody;
import org.dunlin.work.road.RoadLog;

/**
 * The route of one server: a file is fetched wholly, goes the one way into the inbox, and is moved
 * away once it is there. Whatever breaks off leaves it where it is.
 */
final class ServerRoute extends RoadRoute {
  private static final String MARK = "dunlinMark";
  static final String PUT_AWAY_IN = "dunlinPutAwayIn";
  static final String PUT_AWAY_AS = "dunlinPutAwayAs";
  private static final String THERE_STILL = "dunlinThereStill";
  private static final int LONGEST_NAME = 100;

  /**
   * @param id of the route
   * @param address of the endpoint, which the context has
   */
  ServerRoute(String id, String address, Road road, RoadWatch watch, long mostBytes) {
    super(id, address, road, watch, mostBytes);
  }

  @Override
  public void configure() {
    begun()
        .removeHeaders("*", FtpConstants.REMOTE_FILE_INPUT_STREAM)
        .setProperty(AcceptRoute.COMPANY, constant(road.companyId()))
        .setProperty(AcceptRoute.CONNECTION, constant(road.connectionId()))
        .process(this::open)
        .filter(exchange -> !exchange.getProperty(THERE_STILL, false, Boolean.class))
        .to(AcceptRoute.ACCEPT)
        .process(this::taken)
        .end();
  }

  private void open(Exchange exchange) {
    GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
    byte[] mark = mark(file);
    exchange.setProperty(MARK, mark);
    exchange.setProperty(AcceptRoute.NAME, file.getFileNameOnly());
    exchange.setProperty(PUT_AWAY_IN, done());
    exchange.setProperty(PUT_AWAY_AS, putAwayAs(file.getFileNameOnly()));
    exchange.setProperty(THERE_STILL, watch.log().wasTaken(road, mark));
    InputStream content = (InputStream) file.getBody();
    exchange
        .getMessage()
        .setBody(new WholeBody(new ExactStream(content, file.getFileLength()), mostBytes));
  }

  private void taken(Exchange exchange) {
    Acceptance acceptance = exchange.getMessage().getBody(Acceptance.class);
    if (acceptance instanceof Acceptance.Refused) {
      exchange.setProperty(PUT_AWAY_IN, done() + "-refused");
    }
    exchange.setProperty(TAKEN, exchange.getProperty(MARK));
    if (Servers.keeps(road)) {
      watch.log().taken(road, exchange.getProperty(MARK, byte[].class));
    }
  }

  private String done() {
    return road.setting("done").orElse("done");
  }

  /** Where it lies, how large it is, and when it was last written. */
  static byte[] mark(GenericFile<?> file) {
    return RoadLog.mark(
        file.getAbsoluteFilePath(),
        String.valueOf(file.getFileLength()),
        String.valueOf(file.getLastModified()));
  }

  /** The end of the name, which has its suffix, in characters that every file system takes. */
  private static String putAwayAs(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }
}
