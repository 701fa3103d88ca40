package org.dunlin.config.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark measured.
 *
 * @param name of the benchmark
 * @param unit of values and baselines, such as "statements/s" or "ms"
 * @param main what was asked for
 * @param also further comparisons of the same run, by what they tell
 * @param rounds how often value and baselines were measured in turn
 * @param payload what was worked on, in words
 */
public record Figure(
    String name,
    String unit,
    Comparison main,
    Map<String, Comparison> also,
    int rounds,
    String payload) {

  /** With one comparison only. */
  public Figure(String name, String unit, Comparison main, int rounds, String payload) {
    this(name, unit, main, Map.of(), rounds, payload);
  }

  /** As one JSON object, with the conditions of this Java machine. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("value", Comparison.rounded(main.value(), 4));
    json.put("unit", unit);
    json.putAll(main.json());
    if (!also.isEmpty()) {
      json.put("also", also.entrySet().stream().map(Figure::further).toList());
    }
    json.put("rounds", rounds);
    json.put("conditions", conditions());
    return json;
  }

  private static Map<String, Object> further(Map.Entry<String, Comparison> entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", entry.getKey());
    json.put("value", Comparison.rounded(entry.getValue().value(), 4));
    json.putAll(entry.getValue().json());
    return json;
  }

  private Map<String, Object> conditions() {
    Runtime machine = Runtime.getRuntime();
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("cores", machine.availableProcessors());
    conditions.put("heapMegabytes", machine.maxMemory() >> 20);
    conditions.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    conditions.put("payload", payload);
    return conditions;
  }
}
