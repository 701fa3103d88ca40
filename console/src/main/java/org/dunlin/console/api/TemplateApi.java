package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Templates;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.wording.Wordings;
import org.dunlin.work.message.ChangeWording;
import org.dunlin.work.message.WordingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The words of messages, as programs read and change them. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/templates",
    produces = MediaType.APPLICATION_JSON_VALUE)
class TemplateApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final ChangeWording changes;

  TemplateApi(Stores stores) {
    this.stores = stores;
    this.changes = new ChangeWording(stores);
  }

  /** All templates in all languages. */
  @GetMapping
  byte[] templates(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    List<Wordings.Version> newest = stores.wordings().newest(company);
    ObjectNode json = JSON.createObjectNode();
    ArrayNode items = json.putArray("items");
    for (String name : Templates.all()) {
      for (Language language : Language.values()) {
        List<Wordings.Version> versions =
            newest.stream()
                .filter(each -> each.template().equals(name))
                .filter(each -> each.language().equals(language.code()))
                .toList();
        items.add(json(name, language, versions));
      }
    }
    return bytes(json);
  }

  /** One, with all its versions. */
  @GetMapping("/{name}/{language}")
  byte[] template(
      @PathVariable String company, @PathVariable String name, @PathVariable String language) {
    CompanyApi.mustExist(stores, company);
    return shown(company, name, known(name, language));
  }

  /** New words; refused where something that must be in them is not. */
  @Needs(Right.PLAN)
  @PutMapping(path = "/{name}/{language}", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] change(
      @PathVariable String company,
      @PathVariable String name,
      @PathVariable String language,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "A template", "words", "version");
    String words = body.textNeeded("words");
    int version = needed(body.number("version"));
    CompanyApi.mustExist(stores, company);
    Language in = known(name, language);
    taken(() -> changes.change(company, name, in, words, version, by.getName()));
    return shown(company, name, in);
  }

  /** The words of the hub count again. */
  @Needs(Right.PLAN)
  @DeleteMapping("/{name}/{language}")
  byte[] reset(
      @PathVariable String company,
      @PathVariable String name,
      @PathVariable String language,
      @RequestParam String version,
      Authentication by) {
    CompanyApi.mustExist(stores, company);
    Language in = known(name, language);
    int last = version(version);
    taken(() -> changes.reset(company, name, in, last, by.getName()));
    return shown(company, name, in);
  }

  private static void taken(IntSupplier change) {
    try {
      var unused = change.getAsInt();
    } catch (WordingRefused e) {
      if (e.flaws().isEmpty()) {
        throw ProblemType.CHANGED_MEANWHILE.because(String.valueOf(e.getMessage()));
      }
      throw new WrongRequest(
          e.flaws().stream().map(flaw -> new FieldError("words", flaw.sentence())).toList());
    }
  }

  private static int version(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw noVersion();
    }
    return Integer.parseInt(text);
  }

  private static int needed(@Nullable Integer version) {
    if (version == null) {
      throw noVersion();
    }
    return version;
  }

  private static WrongRequest noVersion() {
    return new WrongRequest(
        List.of(new FieldError("version", "The version that was read is needed, such as 0.")));
  }

  private static Language known(String name, String language) {
    return Language.named(language)
        .filter(each -> Templates.all().contains(name))
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("There is no template of this name and language."));
  }

  private byte[] shown(String company, String name, Language language) {
    List<Wordings.Version> versions = stores.wordings().of(company, name, language.code());
    ObjectNode json = json(name, language, versions);
    ArrayNode all = json.putArray("versions");
    for (Wordings.Version each : versions) {
      ObjectNode one = all.addObject();
      one.put("version", each.version());
      one.put("by", each.by());
      one.put("at", each.at().toString());
      if (each.words() != null) {
        one.put("words", each.words());
      }
    }
    return bytes(json);
  }

  private static ObjectNode json(String name, Language language, List<Wordings.Version> versions) {
    String own = versions.isEmpty() ? null : versions.getFirst().words();
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "template");
    json.put("name", name);
    json.put("language", language.code());
    json.put("version", versions.isEmpty() ? 0 : versions.getFirst().version());
    json.put("own", own != null);
    if (own != null) {
      json.put("counts", Templates.flaws(name, own).isEmpty());
    }
    json.put("words", Objects.requireNonNullElseGet(own, () -> Templates.source(language, name)));
    return json;
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
