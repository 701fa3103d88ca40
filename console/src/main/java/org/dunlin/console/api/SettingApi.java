package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.setting.ChangeSetting;
import org.dunlin.work.setting.ChangeSetting.Outcome;
import org.dunlin.work.setting.ConsoleSettings;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settings of the hub that are set without its file: what counts from the next start. */
@RestController
@Needs(value = Right.ADMINISTER, hub = true)
@RequestMapping(path = "/api/v1/settings", produces = MediaType.APPLICATION_JSON_VALUE)
class SettingApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final ChangeSetting change;

  SettingApi(Stores stores, ChangeSetting change) {
    this.stores = stores;
    this.change = change;
  }

  /** What was set, and counts from the next start. */
  @GetMapping
  ObjectNode all() {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode items = json.putArray("items");
    for (Map.Entry<String, String> each : stores.settings().said().entrySet()) {
      items.addObject().put("name", each.getKey()).put("value", each.getValue());
    }
    return json;
  }

  /** Sets one. */
  @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode set(@PathVariable String name, HttpServletRequest request, Authentication by)
      throws IOException {
    String value = TalkBody.of(request, "A setting", "value").textNeeded("value");
    return answer(name, change.set(name, value, by.getName()));
  }

  /** Lets the default count again. */
  @DeleteMapping("/{name}")
  ObjectNode reset(@PathVariable String name, Authentication by) {
    return answer(name, change.reset(name, by.getName()));
  }

  private ObjectNode answer(String name, Outcome outcome) {
    return switch (outcome) {
      case KEPT, RESET, SAME -> all();
      case FIXED ->
          throw ProblemType.SET_IN_FILE.because(
              "The file, the environment or the command line says " + name + "; change it there.");
      case NOT_HERE -> throw ProblemType.NOT_FOUND.because("No setting of this name is set here.");
      case WRONG ->
          throw new WrongRequest(
              List.of(
                  new FieldError(
                      "value",
                      "This is no "
                          + ConsoleSettings.form(name).orElseThrow()
                          + " as docs/settings.md has it.")));
    };
  }
}
