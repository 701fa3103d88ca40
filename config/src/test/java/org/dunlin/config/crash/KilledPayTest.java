package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.config.pay.Street;
import org.dunlin.sandbox.program.mollie.MollieMethod;
import org.dunlin.sandbox.program.mollie.MolliePayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed when the provider has begun a payment and the hub has not noted it. */
class KilledPayTest {
  private static final String NAME = "killed";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(form|currency|i)\" value=\"([^\"]*)\"");
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*/pay[^\"]*)\"");

  @TempDir private Path folder = Path.of("");

  @Test
  void whoeverPressesPayAgainPaysTheSamePaymentAndItCountsOnce() throws IOException {
    try (Street street = new Street(folder)) {
      street.sell(NAME, 100);
      Hubs.use("paid", folder.resolve("data"), hubs -> pay(street, hubs));
    }
  }

  private static void pay(Street street, Hubs hubs) throws IOException {
    List<String> settings = settings(street);
    HubProcess first = hubs.start(settings);
    street.bank.bring(Street.TODAY.minusDays(60), Street.TODAY.minusDays(1), List.of());
    HubProcess.await(first.drained());
    first.begin(Street.TODAY);
    HubProcess.await(first.drained());

    CompletableFuture<String> there = first.stopAt(Stop.atCheckout());
    CompletableFuture<Integer> pressed = CompletableFuture.supplyAsync(() -> press(street));
    HubProcess.await(there);
    assertThat(street.attempts(NAME)).hasSize(1);
    first.kill();
    assertThat(pressed.handle((status, gone) -> gone).join()).isNotNull();

    HubProcess second = hubs.start(settings);
    assertThat(press(street)).isEqualTo(200);
    assertThat(street.attempts(NAME)).as("of the same key there is one").hasSize(1);
    street
        .mollie
        .till()
        .pay(street.attempts(NAME).getFirst().id(), MollieMethod.IDEAL, MolliePayer.SOMEBODY);
    street.mollie.hooks().notices().drain();
    HubProcess.await(second.drained());
    street.moneybird.hooks().notices().drain();
    HubProcess.await(second.drained());
    assertThat(street.openInBooks(NAME).isZero()).isTrue();
    assertThat(street.bookedPayments(NAME)).isOne();
  }

  private static List<String> settings(Street street) {
    List<String> settings = new ArrayList<>();
    street.settings().forEach((name, value) -> settings.add(name + "=" + value));
    settings.removeIf(each -> each.startsWith("dunlin.data="));
    settings.add(CrashHub.FOLDER + "=" + street.in());
    settings.add(CrashHub.COMPANY + "=" + Street.COMPANY);
    return settings;
  }

  /** Opens the link of the message and presses the button; the status of what comes of it. */
  private static int press(Street street) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI link = URI.create(street.link(NAME));
      HttpResponse<String> page =
          client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
      Matcher action = ACTION.matcher(page.body());
      assertThat(action.find()).as(page.body()).isTrue();
      List<String> fields = new ArrayList<>(List.of("what=all"));
      HIDDEN
          .matcher(page.body())
          .results()
          .map(each -> each.group(1) + "=" + encoded(each.group(2)))
          .forEach(fields::add);
      HttpRequest pay =
          HttpRequest.newBuilder(link.resolve(action.group(1).replace("&amp;", "&")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(String.join("&", fields)))
              .build();
      return client.send(pay, BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
