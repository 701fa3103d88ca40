package org.dunlin.connectors.program.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.program.Limit;
import org.dunlin.connectors.program.Program;
import org.dunlin.core.port.Line;

/** The limits of a manifest, for those who count. */
public final class Limits {
  private static final Duration LONG = Duration.ofHours(1);

  private Limits() {}

  /**
   * What one connection may ask at once and in windows shorter than an hour. Limits of the app
   * count in it as if no other connection had the same app.
   */
  public static Line line(Program program, String companyId, String connectionId) {
    int atOnce = 0;
    List<Line.Window> windows = new ArrayList<>();
    for (Limit limit : program.manifest().limits()) {
      switch (limit) {
        case Limit.AtOnce places ->
            atOnce = atOnce == 0 ? places.concurrent() : Math.min(atOnce, places.concurrent());
        case Limit.Window window -> {
          if (!isLong(window)) {
            windows.add(new Line.Window(window.name(), window.requests(), window.per()));
          }
        }
      }
    }
    return new Line(companyId, connectionId, program.name(), atOnce, windows);
  }

  /** The windows of an hour or more, which are counted in the database. */
  public static List<LongWindow> longWindows(Program program) {
    List<LongWindow> windows = new ArrayList<>();
    for (Limit limit : program.manifest().limits()) {
      if (limit instanceof Limit.Window window && isLong(window)) {
        windows.add(
            new LongWindow(
                window.name(),
                window.requests(),
                window.keep(),
                window.per(),
                window.zone(),
                window.of(),
                window.remaining()));
      }
    }
    return windows;
  }

  private static boolean isLong(Limit.Window window) {
    return window.per().compareTo(LONG) >= 0;
  }
}
