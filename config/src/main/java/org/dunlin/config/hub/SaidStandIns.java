package org.dunlin.config.hub;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.dunlin.connectors.program.Programs;
import org.dunlin.work.link.StandIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings say of places at which programs are asked in place of their own addresses. */
final class SaidStandIns {
  private static final Logger LOG = LoggerFactory.getLogger(SaidStandIns.class);
  private static final String SETTING = "dunlin.programs.stand-ins.";

  private SaidStandIns() {}

  /**
   * Checks them, and says each aloud: nothing that comes from there is the vendor's.
   *
   * @throws WrongSettings for a program that the hub does not know, or a place that is none
   */
  static StandIns of(Map<String, URI> said, Programs programs) {
    said.forEach(
        (program, place) -> {
          if (programs.program(program).isEmpty()) {
            throw new WrongSettings(
                SETTING + program + ": the hub knows no program of this name; say it as in xero.");
          }
          if (!isPlace(place)) {
            throw new WrongSettings(
                SETTING
                    + program
                    + " must be an https address, or an http address of this machine, without a"
                    + " path, as in http://127.0.0.1:9000.");
          }
          LOG.warn(
              "{} is NOT asked at its own addresses, but at {} ({}{}): what comes from there is not"
                  + " the vendor's, and what is written goes there",
              program,
              place,
              SETTING,
              program);
        });
    return new StandIns(said);
  }

  private static boolean isPlace(URI place) {
    boolean bare =
        place.getHost() != null
            && place.getRawUserInfo() == null
            && place.getRawQuery() == null
            && place.getRawFragment() == null
            && (place.getRawPath() == null || place.getRawPath().isEmpty());
    return bare
        && ("https".equals(place.getScheme())
            || "http".equals(place.getScheme()) && isThisMachine(place.getHost()));
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
