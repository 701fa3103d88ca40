package org.dunlin.config.hub;

/** The version of this hub, which the build wrote into the jar. */
public final class HubVersion {
  private HubVersion() {}

  /** Such as {@code 0.1.0}, or {@code from its sources}. */
  public static String text() {
    String version = HubVersion.class.getPackage().getImplementationVersion();
    return version == null ? "from its sources" : version;
  }
}
