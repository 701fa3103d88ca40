package org.dunlin.bench.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.bench.console.LargeLedger.Examples;

/**
 * The pages that are opened: all to which the side navigation leads, one record of each kind to
 * which any of those leads, searches and filters, and the records about which there is much to
 * show. A page that is new is found where it is linked.
 */
final class ConsolePages {
  /** What any page costs: it shows nothing of the ledger. */
  static final String BASELINE = "/login";

  private static final String COMPANY = "company=" + RunningHub.COMPANY;

  private static final Pattern SIDE = Pattern.compile("(?s)<nav[^>]*class=\"side-nav\".*?</nav>");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern RECORD =
      Pattern.compile("^/[a-z/-]+/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\\?.*)?$");

  private ConsolePages() {}

  static List<String> of(Examples examples, Visitor visitor)
      throws IOException, InterruptedException {
    Map<String, String> pages = new LinkedHashMap<>();
    Stream.of(
            "/",
            "/customers?search=jansen",
            "/customers/" + examples.customer(),
            "/invoices?show=ALL",
            "/invoices?search=2026-00001",
            "/invoices/" + examples.invoice(),
            "/payments?show=ALL&search=factuur",
            "/payments/" + examples.payment(),
            "/messages/held",
            "/messages/" + examples.message(),
            "/deliveries/" + examples.delivery(),
            "/outbox/" + examples.message(),
            "/api")
        .map(path -> path + (path.contains("?") ? "&" : "?") + COMPANY)
        .forEach(path -> pages.putIfAbsent(name(path), path));
    List<String> linked = navigation(visitor.page("/?" + COMPANY));
    linked.forEach(path -> pages.putIfAbsent(name(path), path));
    for (String path : linked) {
      records(visitor.page(path)).forEach(record -> pages.putIfAbsent(name(record), record));
    }
    return List.copyOf(pages.values());
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

  /** The page without its company and the id of the record that it shows. */
  static String name(String path) {
    return path.replaceFirst("[?&]" + COMPANY, "")
        .replaceFirst("/[0-9a-f]{8}-[-0-9a-f]+(?=$|\\?)", "/{id}");
  }
}
