package org.dunlin.core.road;

import java.util.Map;
import java.util.Optional;

/**
 * One company's road, as it is to be gone.
 *
 * @param settings by name, those that count where nothing was filled in among them
 * @param secrets by name
 */
public record Road(
    String companyId,
    String connectionId,
    RoadKind kind,
    Map<String, String> settings,
    Map<String, String> secrets) {
  public Road {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
  }

  /** A setting; empty where nothing is filled in. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(text -> !text.isBlank());
  }

  /**
   * A setting that is always there.
   *
   * @throws IllegalStateException where it is missing
   */
  public String needed(String name) {
    return setting(name)
        .orElseThrow(() -> new IllegalStateException("the road has no setting " + name));
  }

  /** A secret; empty where none is kept. */
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name)).filter(text -> !text.isBlank());
  }

  /** Host and port, as people write them. */
  public String server() {
    return needed("host") + ":" + needed("port");
  }

  @Override
  public String toString() {
    return "Road[" + companyId + "/" + connectionId + " by " + kind + "]"; // no secrets
  }
}
