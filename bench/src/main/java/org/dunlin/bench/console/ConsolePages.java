package org.dunlin.bench.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages that are opened: those of {@code pages.txt}, with searches, filters and the records
 * about which there is much to show; all to which the side navigation leads; and one record of each
 * kind to which any of those leads.
 */
final class ConsolePages {
  /** What any page costs: it shows nothing of the ledger. */
  static final String BASELINE = "/login";

  private static final String COMPANY = "company=" + RunningHub.COMPANY;

  private static final Pattern SIDE = Pattern.compile("(?s)<nav[^>]*class=\"side-nav\".*?</nav>");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern RECORD =
      Pattern.compile("^/[a-z/-]+/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\\?.*)?$");
  private static final Pattern ID =
      Pattern.compile("([/=])(?:[A-Z]+-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern PAYER = Pattern.compile("^https?://[^/]+/p/[A-Za-z0-9_-]+");
  private static final Pattern PAYERS_PAGE =
      Pattern.compile("id=\"link-url\"[^>]*value=\"([^\"]+)");
  private static final Pattern ROUTE = Pattern.compile("href=\"(/flows/route/[^\"]+)");

  private ConsolePages() {}

  /**
   * Their addresses.
   *
   * @param records of the ledger, by what they are
   */
  static List<String> of(Map<String, String> records, Visitor visitor)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(records);
    String link = of("/payment-links/" + records.get("link"));
    all.put("payer", first(PAYERS_PAGE, visitor.page(link), link));
    String flows = of("/flows");
    all.put("route", first(ROUTE, visitor.page(flows), flows));
    Map<String, String> pages = new LinkedHashMap<>();
    KnownPage.addresses(all).map(ConsolePages::of).forEach(path -> put(pages, path));
    List<String> linked = navigation(visitor.page(of("/")));
    linked.forEach(path -> put(pages, path));
    for (String path : linked) {
      records(visitor.page(path)).forEach(record -> put(pages, record));
    }
    pages.remove(BASELINE);
    return List.copyOf(pages.values());
  }

  private static void put(Map<String, String> pages, String path) {
    pages.putIfAbsent(name(path), path);
  }

  /** With its company, where it has none and is of one. */
  private static String of(String path) {
    boolean ofNone = path.equals(BASELINE) || path.startsWith("http") || path.contains(COMPANY);
    return ofNone ? path : path + (path.contains("?") ? "&" : "?") + COMPANY;
  }

  private static String first(Pattern wanted, String page, String path) throws IOException {
    Matcher found = wanted.matcher(page);
    if (!found.find()) {
      throw new IOException(path + " does not lead where it should");
    }
    return found.group(1).replace("&amp;", "&");
  }

  /** Where the side navigation of a page leads. */
  static List<String> navigation(String page) throws IOException {
    Matcher side = SIDE.matcher(page);
    if (!side.find()) {
      throw new IOException("the first page has no side navigation");
    }
    return links(side.group());
  }

  /** The records to which a page leads. */
  static List<String> records(String page) {
    return links(page).stream().filter(link -> RECORD.matcher(link).matches()).toList();
  }

  private static List<String> links(String html) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      links.add(link.group(1).replace("&amp;", "&"));
    }
    return links;
  }

  /** The page without its company and the ids of the records that it shows. */
  static String name(String path) {
    String plain = PAYER.matcher(path).replaceFirst("/p/{token}");
    String bare = plain.replaceFirst("\\?" + COMPANY + "&", "?").replaceFirst("[?&]" + COMPANY, "");
    return ID.matcher(bare).replaceAll("$1{id}");
  }
}
