package org.dunlin.work.offer;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.Webhooks;
import org.dunlin.core.road.RoadKind;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.offer.AskedSetting.NeededWith;
import org.dunlin.work.road.RoadSettings;
import org.jspecify.annotations.Nullable;

/**
 * A program that can be connected.
 *
 * @param name of its folder
 * @param label what people call it
 * @param documentation of the program, for people
 * @param droppedIn whether its folder was dropped in; else the hub carries it along
 * @param capabilities their words, such as {@code read.invoices}, in the order of the reference
 * @param settings what is filled in for a connection
 * @param asksPerson whether a person is sent to the program to permit the access
 * @param notices how it comes to send notices
 */
public record OfferedProgram(
    String name,
    String label,
    @Nullable URI documentation,
    boolean droppedIn,
    List<String> capabilities,
    List<AskedSetting> settings,
    boolean asksPerson,
    Notices notices) {
  public OfferedProgram {
    capabilities = List.copyOf(capabilities);
    settings = List.copyOf(settings);
  }

  /** How a program comes to send notices. */
  public enum Notices {
    /** It sends none. */
    NONE,
    /** The hub subscribes by itself. */
    SUBSCRIBED,
    /** A person enters the address of the connection's hook at the program. */
    ENTERED
  }

  /** The setting of this name. */
  public Optional<AskedSetting> setting(String setting) {
    return settings.stream().filter(each -> each.name().equals(setting)).findFirst();
  }

  /** A road on which files come. */
  static OfferedProgram of(RoadKind kind) {
    return new OfferedProgram(
        kind.program(),
        RoadSettings.label(kind),
        null,
        false,
        List.of(),
        RoadSettings.of(kind).stream().map(AskedSetting::of).toList(),
        false,
        Notices.NONE);
  }

  /** A folder of the hub's own machine; it is named on the company's page or in the file. */
  static OfferedProgram folder() {
    return new OfferedProgram(
        WatchFolders.PROGRAM,
        "Watched folder",
        null,
        false,
        List.of(),
        List.of(
            new AskedSetting(
                "path",
                "Folder",
                "An absolute path on the hub's machine. Named on the company's page, or under"
                    + " folders in dunlin.yaml.",
                AskedSetting.Kind.TEXT,
                true,
                null,
                List.of(),
                null,
                "/srv/acme")),
        false,
        Notices.NONE);
  }

  /** How it is connected. */
  public Kind kind() {
    return isRoad() ? Kind.ROAD : name.equals(WatchFolders.PROGRAM) ? Kind.FOLDER : Kind.PROGRAM;
  }

  /** What there is to connect. */
  public enum Kind {
    /** The hub asks it for records. */
    PROGRAM,
    /** Files come by it. */
    ROAD,
    /** Files are put into it; it is no connection that the API adds. */
    FOLDER
  }

  /** Whether it is a road on which files come, and no program. */
  public boolean isRoad() {
    return RoadKind.of(name).isPresent();
  }

  /** Of all that the choice of a setting can make of it, with what one of them is asked. */
  static OfferedProgram of(Program program, boolean droppedIn) {
    Manifest manifest = program.manifest();
    boolean person =
        manifest.authorisation() instanceof Authorisation.OAuth2 oauth
            && oauth.grant() == Authorisation.Grant.AUTHORISATION_CODE;
    return new OfferedProgram(
        manifest.program(),
        manifest.name(),
        page(manifest.documentation()),
        droppedIn,
        manifest.capabilities().stream().sorted().map(Capability::word).toList(),
        settings(program),
        person,
        notices(manifest.webhooks()));
  }

  /** Those of all choices; which are needed is that of the program as it is given. */
  private static List<AskedSetting> settings(Program program) {
    Map<String, AskedSetting> settings = new LinkedHashMap<>();
    for (Program each : program.all()) {
      for (Setting setting : each.manifest().settings()) {
        settings.putIfAbsent(setting.name(), AskedSetting.of(setting));
      }
    }
    return settings.values().stream()
        .map(each -> each.needed(needs(program, each.name()), neededWith(program, each.name())))
        .toList();
  }

  private static boolean needs(Program program, String setting) {
    return program.manifest().setting(setting).filter(Setting::required).isPresent();
  }

  private static @Nullable NeededWith neededWith(Program program, String setting) {
    Map<String, Program> byChoice = program.byChoice();
    List<String> choices =
        byChoice.entrySet().stream()
            .filter(each -> needs(each.getValue(), setting))
            .map(Map.Entry::getKey)
            .toList();
    boolean some = !choices.isEmpty() && choices.size() < byChoice.size();
    return program
        .chosenBy()
        .filter(by -> some)
        .flatMap(by -> program.manifest().setting(by))
        .map(by -> new NeededWith(by.name(), by.label(), choices))
        .orElse(null);
  }

  /** Whoever wrote the folder may not lead a browser to anything but a page. */
  private static @Nullable URI page(@Nullable URI documentation) {
    return documentation != null && "https".equals(documentation.getScheme())
        ? documentation
        : null;
  }

  private static Notices notices(@Nullable Webhooks webhooks) {
    if (webhooks == null) {
      return Notices.NONE;
    }
    return webhooks.subscribe() == null ? Notices.ENTERED : Notices.SUBSCRIBED;
  }
}
