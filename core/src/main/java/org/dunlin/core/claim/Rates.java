package org.dunlin.core.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reference rates by series and day. What is not there is missing, and never carried on. */
public final class Rates {
  private static final String RESOURCE = "rates.csv";
  private static final Rates CARRIED = read();

  private final List<List<Rate>> layers;

  private Rates(List<List<Rate>> layers) {
    this.layers = layers;
  }

  /** The rates that come with the hub. */
  public static Rates carried() {
    return CARRIED;
  }

  /**
   * Rates of a file; see {@code docs/claims.md} for its form.
   *
   * @param source what a problem names as the place
   * @throws RatesRefused at the first line that cannot be taken
   * @throws IOException when the stream cannot be read
   */
  public static Rates read(InputStream stream, String source) throws IOException {
    return new Rates(List.of(RateFile.read(stream, source)));
  }

  /** These rates, and the other ones where these have none. */
  public Rates over(Rates others) {
    List<List<Rate>> all = new ArrayList<>(layers);
    all.addAll(others.layers);
    return new Rates(List.copyOf(all));
  }

  /** All of them, the ones that count first in front. */
  public List<Rate> all() {
    return layers.stream().flatMap(List::stream).toList();
  }

  /** The rate that is in force on a day, or none, and the last day of which the same is true. */
  Found on(String series, LocalDate day) {
    LocalDate through = LocalDate.MAX;
    Rate found = null;
    for (List<Rate> layer : layers) {
      for (Rate rate : layer) {
        if (rate.series().equals(series) && rate.validFrom().isAfter(day)) {
          through = earlier(through, rate.validFrom().minusDays(1));
        }
      }
      if (found == null) {
        found = inForce(layer, series, day);
      }
    }
    return new Found(found, found == null ? through : earlier(through, found.through()));
  }

  private static @Nullable Rate inForce(List<Rate> layer, String series, LocalDate day) {
    return layer.stream()
        .filter(rate -> rate.series().equals(series))
        .filter(rate -> !rate.validFrom().isAfter(day) && !rate.through().isBefore(day))
        .max(Comparator.comparing(Rate::validFrom))
        .orElse(null);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Rates read() {
    try (InputStream stream = Rates.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + RESOURCE);
      }
      return read(stream, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rate, or none, up to and with a day. */
  record Found(@Nullable Rate rate, LocalDate through) {}
}
