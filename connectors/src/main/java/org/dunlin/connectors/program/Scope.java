package org.dunlin.connectors.program;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The placeholders that are known in a place, beside settings: names, and groups such as {@code
 * parent.*}.
 *
 * @param secrets whether a secret may stand there: in headers and bodies, and in what authorises
 */
record Scope(Set<String> names, boolean secrets) {
  private static final Set<String> SECRET = Set.of("token", "session.*", "hook.secret");

  /** What is known everywhere. */
  static final Scope EVERYWHERE = new Scope(Set.of("company.*", "today", "now"), false);

  Scope with(String... more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(Arrays.asList(more));
    return new Scope(all, secrets);
  }

  Scope with(Set<String> more) {
    return with(more.toArray(String[]::new));
  }

  /** The same place, where secrets may stand. */
  Scope secret() {
    return new Scope(names, true);
  }

  boolean has(String name) {
    boolean known = among(names, name);
    return known && (secrets || !among(SECRET, name));
  }

  /** What is known, for a sentence. */
  String shown() {
    return names.stream()
        .filter(name -> secrets || !SECRET.contains(name))
        .map(name -> "{" + name.replace("*", "NAME") + "}")
        .collect(Collectors.joining(", ", "{settings.NAME}, ", ""));
  }

  private static boolean among(Set<String> names, String name) {
    int dot = name.indexOf('.');
    return names.contains(name) || (dot > 0 && names.contains(name.substring(0, dot) + ".*"));
  }
}
