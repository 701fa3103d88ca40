package org.dunlin.config.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.mollie.MollieMethod;

/** A customer's browser: it opens the link of a message, and leaves for the provider's page. */
final class DemoPayer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/p/[\\w.~-]+");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(form|currency)\" value=\"([^\"]*)\"");
  private static final Pattern TICKED =
      Pattern.compile(
          "name=\"i\" value=\"([0-9a-f-]{36})\"[^>]*>\\s*<span class=\"number\">([^<]+)</span>");
  private static final Pattern SINGLE =
      Pattern.compile(
          "<span class=\"number\">([^<]+)</span>\\s*<input type=\"hidden\" name=\"i\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*/pay[^\"]*)\"");
  private static final Pattern CHECKOUT = Pattern.compile("/checkout/select-method/(\\w+)");

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** The link that a message has, if it has one. */
  static Optional<URI> link(String text) {
    Matcher link = LINK.matcher(text);
    return link.find() ? Optional.of(URI.create(link.group())) : Optional.empty();
  }

  /** How whoever has this account pays online. */
  static MollieMethod method(String iban) {
    return switch (iban.substring(0, 2)) {
      case "NL" -> MollieMethod.IDEAL;
      case "BE" -> MollieMethod.BANCONTACT;
      default -> MollieMethod.CREDITCARD;
    };
  }

  /**
   * Begins to pay these invoices; the name of the attempt at the provider, or nothing where the
   * page does not offer just them.
   */
  Optional<String> begin(URI link, List<String> numbers) throws IOException {
    HttpResponse<String> page = get(link);
    Map<String, String> offered = offered(page.body());
    Matcher action = ACTION.matcher(page.body());
    if (page.statusCode() != 200 || !action.find() || !offered.keySet().containsAll(numbers)) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    fields.add("what=chosen");
    HIDDEN
        .matcher(page.body())
        .results()
        .map(field -> field.group(1) + "=" + encoded(field.group(2)))
        .distinct()
        .forEach(fields::add);
    numbers.forEach(number -> fields.add("i=" + offered.get(number)));
    HttpResponse<String> leaving =
        send(
            HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", fields))));
    Matcher checkout = CHECKOUT.matcher(leaving.body());
    return checkout.find() ? Optional.of(checkout.group(1)) : Optional.empty();
  }

  /** Comes back from the provider's page. */
  void comeBack(URI link) throws IOException {
    HttpResponse<String> unused = get(URI.create(link + "/back"));
  }

  /** The ids of the invoices that can be paid, by their numbers. */
  private static Map<String, String> offered(String html) {
    Map<String, String> offered = new HashMap<>();
    for (MatchResult each : TICKED.matcher(html).results().toList()) {
      offered.put(each.group(2), each.group(1));
    }
    for (MatchResult each : SINGLE.matcher(html).results().toList()) {
      offered.put(each.group(1), each.group(2));
    }
    return offered;
  }

  private HttpResponse<String> get(URI address) throws IOException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
