package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What programs may ask about one customer, and who may ask. */
class CustomerApiTest {
  private final Scene scene = new Scene();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void allOfACustomerComesAsAZipFile() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");

    HttpResponse<byte[]> answer = send(get(customer, Hub.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment")
        .contains(customer.toString());
    assertThat(text(answer.body(), "customer.jsonl")).contains("Bakkerij Jansen");
    assertThat(scene.stores().journal().about(scene.id(), "customer", customer, null, 1))
        .singleElement()
        .matches(entry -> entry.event().equals("EXPORTED") && entry.actor().equals("admin"));
  }

  @Test
  void anErasedCustomerIsNobodyAndIsNotErasedTwice() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");

    HttpResponse<byte[]> answer = send(delete(customer, Hub.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).contains("Erased customer 1");
    assertThat(Hub.SHARED.stores().customers().find(scene.id(), customer).orElseThrow().name())
        .isEqualTo("Erased customer 1");
    assertProblem(send(delete(customer, Hub.PASSWORD)), 409, "erased already");
  }

  @Test
  void whatIsNotSettledIsAConflictThatSaysWhat() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");
    scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");

    assertProblem(send(delete(customer, Hub.PASSWORD)), 409, "1 open invoice or credit note");
  }

  @Test
  void whoIsNobodyOfTheHubIsRefusedAndNothingIsSaidOfWhatThereIs() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");

    assertProblem(send(request(customer, "/export").GET().build()), 401, "HTTP Basic");
    assertProblem(send(get(customer, "wrong")), 401, "HTTP Basic");
    send(get(customer, Hub.PASSWORD)); // the brake forgets
  }

  @Test
  void aSessionOfTheConsoleIsNoKeyToTheApi() {
    UUID customer = scene.customer("Bakkerij Jansen");

    assertThat(Browser.signedIn().open(path(customer) + "/export").statusCode()).isEqualTo(401);
  }

  @Test
  void aPageOfAnotherSiteCannotCallItWithTheBrowsersPassword() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");

    HttpRequest request =
        request(customer, "")
            .header("Authorization", basic(Hub.PASSWORD))
            .header("Sec-Fetch-Site", "cross-site")
            .DELETE()
            .build();

    assertProblem(send(request), 403, "other sites");
    assertThat(Hub.SHARED.stores().customers().find(scene.id(), customer).orElseThrow().name())
        .isEqualTo("Bakkerij Jansen");
  }

  @Test
  void aCustomerOfAnotherCompanyOrNoneIsNotThere() throws Exception {
    UUID customer = new Scene().customer("Bakkerij Jansen");

    assertProblem(send(get(customer, Hub.PASSWORD)), 404, "no customer of this id");
    HttpRequest odd =
        HttpRequest.newBuilder(
                URI.create(
                    Hub.SHARED.address()
                        + "/api/v1/companies/"
                        + scene.id()
                        + "/customers/one/export"))
            .header("Authorization", basic(Hub.PASSWORD))
            .build();
    assertProblem(send(odd), 404, "nothing of this id");
  }

  @Test
  void whatTheApiDoesNotKnowIsAProblemToo() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");
    String basic = basic(Hub.PASSWORD);
    HttpRequest.Builder export = request(customer, "/export").header("Authorization", basic);
    HttpRequest.Builder nothing = request(customer, "/nothing").header("Authorization", basic);

    HttpResponse<byte[]> refused = send(export.POST(BodyPublishers.noBody()).build());
    assertProblem(refused, 405, "no such method");
    assertThat(refused.headers().firstValue("Allow")).hasValue("GET");
    assertProblem(send(nothing.header("Accept", "text/html").build()), 404, "no such resource");
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(new String(answer.body(), UTF_8)).contains("\"status\":" + status, detail);
  }

  private HttpRequest get(UUID customer, String password) {
    return request(customer, "/export").header("Authorization", basic(password)).GET().build();
  }

  private HttpRequest delete(UUID customer, String password) {
    return request(customer, "").header("Authorization", basic(password)).DELETE().build();
  }

  private HttpRequest.Builder request(UUID customer, String more) {
    return HttpRequest.newBuilder(URI.create(Hub.SHARED.address() + path(customer) + more));
  }

  private String path(UUID customer) {
    return "/api/v1/companies/" + scene.id() + "/customers/" + customer;
  }

  private static String basic(String password) {
    byte[] both = (FirstAdministrator.NAME + ":" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String text(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(in.readAllBytes(), UTF_8);
        }
      }
    }
    return "";
  }
}
