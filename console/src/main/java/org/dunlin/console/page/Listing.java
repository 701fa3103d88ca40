package org.dunlin.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.store.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list: what of it is asked for, and where its page begins.
 *
 * @param fields what stands behind the question mark, by name
 */
public record Listing(String path, Map<String, String> fields) {
  private static final String SEARCH = "search";
  private static final String AFTER = "after";
  private static final int LONGEST_SEARCH = 100;

  /** The whole list of a company. */
  static Listing of(String path, String companyId) {
    return new Listing(path, Map.of("company", companyId));
  }

  /** The same list, of which this is asked, too; nothing where the value is absent. */
  public Listing with(String name, @Nullable Object value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.remove(name);
    if (value != null) {
      more.put(name, value.toString());
    }
    return new Listing(path, more);
  }

  /** The same list, of which only this is left out. */
  public Listing without(String name) {
    return with(name, null);
  }

  /** The same list as somebody searches it. */
  Listing searched(@Nullable String search, @Nullable String after) {
    return with(SEARCH, wanted(search)).with(AFTER, after);
  }

  /** What the list is searched for. */
  public @Nullable String search() {
    return fields.get(SEARCH);
  }

  /** Where the page begins; absent on the first. */
  @Nullable Cursor after() {
    String place = fields.get(AFTER);
    return place == null || place.isEmpty() ? null : Cursor.read(place);
  }

  /** Whether this is not the first page. */
  public boolean begun() {
    return fields.containsKey(AFTER);
  }

  /** The first page. */
  public Listing first() {
    return without(AFTER);
  }

  /** The page that begins at this place. */
  public Listing at(Cursor place) {
    return with(AFTER, place.text());
  }

  /** What a form that searches must carry along. */
  public Map<String, String> carried() {
    return without(SEARCH).without(AFTER).fields();
  }

  /** As it stands in a link. */
  public String link() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  /** What is asked of it, at another address and with one thing more. */
  public String link(String otherPath, String name, String value) {
    return new Listing(otherPath, with(name, value).fields()).link();
  }

  /** What somebody typed, as far as it can be looked for. */
  private static @Nullable String wanted(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    String plain = typed.replaceAll("\\p{Cntrl}", " ").strip();
    String cut = plain.length() > LONGEST_SEARCH ? plain.substring(0, LONGEST_SEARCH) : plain;
    return cut.isEmpty() ? null : cut;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
