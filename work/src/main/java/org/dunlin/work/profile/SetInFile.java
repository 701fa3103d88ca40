package org.dunlin.work.profile;

import java.util.Map;
import java.util.stream.Collectors;

/** Somebody would change what the settings file says; it is changed there. */
public final class SetInFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Map<String, String> places;

  /**
   * @param places where the file says each setting, by the setting's name
   */
  SetInFile(Map<String, String> places) {
    super(
        places.entrySet().stream()
            .map(each -> each.getKey() + " " + sentence(each.getValue()))
            .collect(Collectors.joining(" ")));
    this.places = Map.copyOf(places);
  }

  /** Where the file says each setting, by the setting's name. */
  public Map<String, String> places() {
    return places;
  }

  /** What is said of a setting that stands at this place. */
  public static String sentence(String place) {
    return "is set in " + place + "; change it there and start the hub again.";
  }
}
