package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.work.pay.PaymentLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Everything that is kept of a company, in pages and one by one. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/{list:" + Lists.NAMES + "}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RecordApi {
  private final Stores stores;
  private final Lists lists;

  RecordApi(Stores stores, PaymentLinks links) {
    this.stores = stores;
    lists = new Lists(stores, links);
  }

  @GetMapping
  ResponseEntity<byte[]> page(
      @PathVariable String company,
      @PathVariable String list,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    CompanyApi.mustExist(stores, company);
    Lists.Shown<?> shown = lists.named(list);
    Page<String> page = shown.page(Asking.read(company, shown.list(), parameters));
    HttpHeaders headers = new HttpHeaders();
    if (page.next() != null) {
      headers.add(HttpHeaders.LINK, link(request.getRequestURI(), parameters, page.next()));
    }
    return ResponseEntity.ok().headers(headers).body(json(page.items(), page.next()));
  }

  @GetMapping("/{id}")
  byte[] one(@PathVariable String company, @PathVariable String list, @PathVariable String id) {
    CompanyApi.mustExist(stores, company);
    return lists.named(list).find(company, id).getBytes(StandardCharsets.UTF_8);
  }

  /** Items that are JSON already; a place is of letters, digits, hyphens and underscores. */
  static byte[] json(List<String> items, @Nullable Cursor next) {
    String more = next == null ? "" : ",\"next\":\"" + next.text() + '"';
    return ("{\"items\":[" + String.join(",", items) + "]" + more + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Where the next page is (RFC 8288), with all that was asked. */
  private static String link(String path, MultiValueMap<String, String> parameters, Cursor next) {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>(parameters);
    all.set(Asking.CURSOR, next.text());
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    all.forEach((name, values) -> query.queryParam(name, "{" + name + "}"));
    return "<"
        + path
        + query.encode().buildAndExpand(all.toSingleValueMap()).toUriString()
        + ">; rel=\"next\"";
  }
}
