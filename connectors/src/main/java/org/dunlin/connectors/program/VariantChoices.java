package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.yaml.Faults;
import org.jspecify.annotations.Nullable;

/**
 * By the choice of which setting a manifest differs.
 *
 * @param by the setting; absent where nothing differs
 * @param all the choices one by one; one that is empty where nothing differs
 * @param initial what counts where nothing is chosen
 */
record VariantChoices(@Nullable String by, List<Map<String, String>> all, String initial) {
  private static final VariantChoices NONE = new VariantChoices(null, List.of(Map.of()), "");

  static VariantChoices of(YamlTree yaml, Faults faults) {
    List<JsonNode> settings = new ArrayList<>();
    yaml.root()
        .path("settings")
        .forEach(
            setting -> {
              if (yaml.variantsBy().contains(setting.path("name").asText())
                  && setting.path("type").asText().equals("choice")
                  && setting.path("choices").isArray()) {
                settings.add(setting);
              }
            });
    if (settings.isEmpty()) {
      return NONE;
    }
    if (settings.size() > 1) {
      faults.add(Reading.FILE, 1, "A manifest differs by one setting only, and this by several.");
    }
    return of(settings.get(0));
  }

  private static VariantChoices of(JsonNode setting) {
    String by = setting.path("name").asText();
    List<Map<String, String>> all = new ArrayList<>();
    setting.path("choices").forEach(choice -> all.add(Map.of(by, choice.asText())));
    String first = all.isEmpty() ? "" : all.get(0).getOrDefault(by, "");
    return new VariantChoices(
        by, all.isEmpty() ? List.of(Map.of()) : all, setting.path("default").asText(first));
  }
}
