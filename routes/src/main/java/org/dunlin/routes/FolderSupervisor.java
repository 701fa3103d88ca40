package org.dunlin.routes;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.intake.WatchedFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one route for each folder connection that this process holds, and only for those: started
 * one after the other, stopped when the connection is paused, changed, removed or held by another
 * process. One that a person stopped is left so.
 */
public final class FolderSupervisor {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSupervisor.class);

  private static final String ROAD = "intake/";

  /** Characters that mean something in the address of a route stay out of paths. */
  private static final Pattern SPEAKABLE = Pattern.compile("[^?%#&{}$]+");

  private final CamelContext camel;
  private final WatchFolders watchFolders;
  private final RouteSettings settings;
  private final Clock clock;
  private final HeldRoutes held;
  private final Map<String, WatchedFolder> running = new HashMap<>();

  /** Supervises the routes of this context. */
  public FolderSupervisor(
      CamelContext camel,
      WatchFolders watchFolders,
      RouteSettings settings,
      Clock clock,
      HeldRoutes held) {
    this.camel = camel;
    this.watchFolders = watchFolders;
    this.settings = settings;
    this.clock = clock;
    this.held = held;
  }

  /**
   * Looks at all connections once. Before Camel itself has started it does nothing: a route that is
   * added meanwhile may be passed over, and then it would never take a file.
   */
  public synchronized void look() {
    if (!camel.getStatus().isStarted()) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    for (WatchedFolder folder : watchFolders.held()) {
      wanted.add(routeId(folder));
      keepRunning(folder);
    }
    for (String routeId : Set.copyOf(running.keySet())) {
      if (!wanted.contains(routeId)) {
        stop(routeId);
      }
    }
  }

  private void keepRunning(WatchedFolder folder) {
    String routeId = routeId(folder);
    if (held.holds(routeId)) {
      return; // a person starts it again
    }
    if (!folder.equals(running.get(routeId)) || !runs(routeId)) {
      stop(routeId);
      try {
        start(folder);
        watchFolders.began(folder);
      } catch (IOException | RuntimeException e) {
        LOG.debug("folder connection {} cannot start", folder.connectionId(), e);
        watchFolders.failed(
            folder, "The folder " + folder.path() + " cannot be watched: " + why(e));
      }
    }
  }

  /** In words for whoever keeps the machine. */
  private static String why(Exception failure) {
    return switch (failure) {
      case AccessDeniedException denied ->
          "the hub may not write to "
              + denied.getFile()
              + "; give that right to the user who runs it.";
      case FileAlreadyExistsException there -> there.getFile() + " is a file and no folder.";
      case NoSuchFileException gone -> gone.getFile() + " is not there and cannot be made.";
      case FileSystemException other -> other.getFile() + ": " + other.getReason() + ".";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private boolean runs(String routeId) {
    ServiceStatus status = camel.getRouteController().getRouteStatus(routeId);
    return status != null && status.isStarted();
  }

  private void start(WatchedFolder watched) throws IOException {
    Path folder = Path.of(watched.path()).toAbsolutePath().normalize();
    if (!SPEAKABLE.matcher(folder.toString()).matches()) {
      throw new IllegalArgumentException("the path may not contain any of ? % # & { } $");
    }
    Files.createDirectories(folder.resolve("in"));
    if (Files.isSymbolicLink(folder.resolve("in"))) {
      throw new IllegalArgumentException(
          "\"in\" is a link to another folder, whose files would be moved away");
    }
    Files.createDirectories(folder.resolve("out"));
    String filter = "settled-" + routeId(watched);
    camel.getRegistry().bind(filter, new SettledFiles(clock, settings.folderSettle()));
    TemplatedRouteBuilder.builder(camel, FolderRoutes.TEMPLATE)
        .routeId(routeId(watched))
        .parameter("company", watched.companyId())
        .parameter("connection", watched.connectionId())
        .parameter("directory", folder.resolve("in").toString())
        .parameter("filter", filter)
        .add();
    running.put(routeId(watched), watched);
    LOG.info("watching {} for company {}", folder.resolve("in"), watched.companyId());
  }

  private void stop(String routeId) {
    if (running.remove(routeId) != null) {
      try {
        camel.getRouteController().stopRoute(routeId);
        camel.removeRoute(routeId);
      } catch (Exception e) { // Camel declares no narrower type
        throw new IllegalStateException("route " + routeId + " cannot be stopped", e);
      }
    }
  }

  /** With a stroke between the names, which may have hyphens of their own. */
  private static String routeId(WatchedFolder watched) {
    return ROAD + watched.companyId() + "/" + watched.connectionId();
  }

  /** Whose road a route is; absent where it is none. */
  static @Nullable String companyOf(String routeId) {
    int end = routeId.lastIndexOf('/');
    return routeId.startsWith(ROAD) && end > ROAD.length()
        ? routeId.substring(ROAD.length(), end)
        : null;
  }
}
