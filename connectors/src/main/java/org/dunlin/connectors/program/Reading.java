package org.dunlin.connectors.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.YamlSchema;

/** One manifest while it is read: its lines, its faults, and what its parts refer to. */
final class Reading {
  static final String FILE = "program.yaml";

  private final YamlTree yaml;
  private final Faults faults;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, String> filesAt = new HashMap<>();
  private Map<String, Template> headers = Map.of();
  private Template base = Template.of("");

  Reading(YamlTree yaml, Faults faults) {
    this.yaml = yaml;
    this.faults = faults;
  }

  /** The manifest as its outermost part. */
  Part root() {
    return new Part(yaml.root(), "", this);
  }

  void fault(String pointer, String sentence) {
    String place = pointer.isEmpty() ? "" : YamlSchema.place(pointer) + ": ";
    faults.add(FILE, yaml.line(pointer), place + sentence);
  }

  Map<String, Setting> settings() {
    return settings;
  }

  /** What the addresses of all requests begin with. */
  Template base() {
    return base;
  }

  void base(Template template) {
    base = template;
  }

  /** The headers of all requests to the program. */
  Map<String, Template> headers() {
    return headers;
  }

  void headers(Map<String, Template> all) {
    headers = all;
  }

  /** Notes that the manifest names this file of the folder. */
  void uses(String file, String pointer) {
    if (files.add(file)) {
      filesAt.put(file, pointer);
    }
  }

  /** The files that the manifest names, and where. */
  Map<String, String> files() {
    return filesAt;
  }
}
