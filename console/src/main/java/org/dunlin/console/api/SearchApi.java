package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Found;
import org.dunlin.store.view.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody quotes, looked up as on the page of the search. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;

  SearchApi(Stores stores) {
    this.stores = stores;
  }

  @GetMapping("/search")
  byte[] search(
      @PathVariable String company, @RequestParam MultiValueMap<String, String> parameters) {
    CompanyApi.mustExist(stores, company);
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String name : parameters.keySet()) {
      if (!name.equals("q")) {
        wrong.put(name, "The search knows no such parameter; it knows q");
      }
    }
    String quoted = parameters.getFirst("q");
    if (!isQuoted(quoted)) {
      wrong.put(
          "q",
          "Of 1 to "
              + Search.LONGEST
              + " characters without control characters something is needed");
    }
    if (quoted == null || !wrong.isEmpty()) {
      throw new WrongParameters(wrong);
    }
    return RecordApi.json(
        stores.views().search().of(company, quoted).stream().map(SearchApi::json).toList(), null);
  }

  private static boolean isQuoted(@Nullable String text) {
    return text != null
        && !text.isBlank()
        && text.strip().length() <= Search.LONGEST
        && text.strip().chars().noneMatch(Character::isISOControl);
  }

  private static String json(Found found) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", found.kind().name());
    json.put("id", found.id().toString());
    if (found.name() != null) {
      json.put("name", found.name());
    }
    json.put("exact", found.exact());
    return json.toString();
  }
}
