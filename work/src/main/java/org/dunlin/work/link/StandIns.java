package org.dunlin.work.link;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Places at which programs are asked in place of their own addresses, such as a simulated program
 * on this machine. All that a connection to such a program asks goes there, wherever it would have
 * led, and so does the person who authorises it; other programs are asked where they are.
 *
 * @param places by the program's name: scheme, host and port, without a path
 */
public record StandIns(Map<String, URI> places) {
  /** Every program is asked where it is. */
  public static final StandIns NONE = new StandIns(Map.of());

  public StandIns {
    places = Map.copyOf(places);
  }

  /** Where a program is asked in place of its own addresses; empty where it is asked at those. */
  public Optional<URI> of(String program) {
    return Optional.ofNullable(places.get(program));
  }

  /** The address at which a program's own address is reached: path and query stay as they are. */
  public URI lead(String program, URI address) {
    URI place = places.get(program);
    if (place == null) {
      return address;
    }
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String query = address.getRawQuery();
    return URI.create(
        place.getScheme()
            + "://"
            + place.getRawAuthority()
            + path
            + (query == null ? "" : "?" + query));
  }
}
