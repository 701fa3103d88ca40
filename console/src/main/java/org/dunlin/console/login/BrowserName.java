package org.dunlin.console.login;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser in a few words: which it is and on what, as far as it says so (RFC 9110, 10.1.5). */
final class BrowserName {
  // what others call themselves, too, stands after them
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Vivaldi", "Vivaldi"),
          Map.entry("Firefox", "Firefox"),
          Map.entry("FxiOS", "Firefox"),
          Map.entry("Chrome", "Chrome"),
          Map.entry("CriOS", "Chrome"),
          Map.entry("Safari", "Safari"));
  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private BrowserName() {}

  /** Empty where it is none that is known. */
  static String of(String userAgent) {
    return Stream.of(BROWSERS, SYSTEMS)
        .flatMap(
            known ->
                known.stream()
                    .filter(each -> userAgent.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .limit(1))
        .collect(Collectors.joining(", "));
  }
}
