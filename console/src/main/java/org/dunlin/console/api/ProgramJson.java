package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dunlin.work.offer.AskedSetting;
import org.dunlin.work.offer.AskedSetting.NeededWith;
import org.dunlin.work.offer.BrokenFolder;
import org.dunlin.work.offer.OfferedProgram;
import org.jspecify.annotations.Nullable;

/** A program that can be connected, as JSON; what is absent is left out. */
final class ProgramJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ProgramJson() {}

  static String line(OfferedProgram program) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("type", "program")
            .put("id", program.name())
            .put("name", program.label())
            .put("kind", program.kind().name().toLowerCase(Locale.ROOT));
    put(line, "documentation", program.documentation());
    line.put("droppedIn", program.droppedIn());
    program.capabilities().forEach(line.putArray("capabilities")::add);
    line.put("asksPerson", program.asksPerson());
    ArrayNode settings = line.putArray("settings");
    program.settings().forEach(each -> write(each, settings.addObject()));
    return line.toString();
  }

  /** All that can be connected, and the folders that are refused. */
  static String list(List<OfferedProgram> programs, List<BrokenFolder> broken) {
    String items = programs.stream().map(ProgramJson::line).collect(Collectors.joining(","));
    ArrayNode problems = JSON.createArrayNode();
    for (BrokenFolder folder : broken) {
      for (BrokenFolder.Reason reason : folder.reasons()) {
        ObjectNode problem =
            problems.addObject().put("folder", folder.name()).put("file", reason.file());
        if (reason.line() > 0) {
          problem.put("line", reason.line());
        }
        problem.put("message", reason.sentence());
      }
    }
    return "{\"items\":[" + items + "],\"problems\":" + problems + "}";
  }

  private static void write(AskedSetting setting, ObjectNode json) {
    json.put("name", setting.name()).put("label", setting.label());
    put(json, "help", setting.help());
    json.put("kind", setting.kind().name().toLowerCase(Locale.ROOT));
    json.put("required", setting.required());
    NeededWith with = setting.neededWith();
    if (with != null) {
      ObjectNode needed = json.putObject("neededWith").put("setting", with.setting());
      with.choices().forEach(needed.putArray("choices")::add);
    }
    if (!setting.choices().isEmpty()) {
      setting.choices().forEach(json.putArray("choices")::add);
    }
    put(json, "default", setting.initial());
    put(json, "example", setting.example());
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
