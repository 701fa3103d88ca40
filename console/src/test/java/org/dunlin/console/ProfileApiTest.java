package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.access.Scope;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.profile.SaidCompany.Said;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A company's profile over the API: read, changed, refused with each field's reason. */
class ProfileApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final Scene scene = new Scene();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aProfileIsTheCanonicalCompanyWithWhatBelongsToIt() throws Exception {
    HttpResponse<byte[]> answer = send(request("/profile").GET());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    JsonNode profile = JSON.readTree(answer.body());
    assertThat(profile.path("type").asText()).isEqualTo("company");
    assertThat(profile.path("dunning").asText()).isEqualTo("SHADOW");
    assertThat(profile.at("/accounts/0/iban").asText()).isEqualTo("NL44RABO0123456789");
    assertThat(profile.path("replyTo").asText()).isEqualTo("ar@example.test");
    assertThat(profile.path("origins").size()).isZero();
  }

  @Test
  void whatWasReadCanBeSentBackChangedWithItsEtag() throws Exception {
    HttpResponse<byte[]> read = send(request("/profile").GET());
    ObjectNode profile = (ObjectNode) JSON.readTree(read.body());
    profile.put("paymentTermDays", 14).put("autoThreshold", 0.95);
    profile.putObject("tolerance").put("EUR", "2.50");
    profile
        .putArray("accounts")
        .addObject()
        .put("accountNumber", "42")
        .put("accountScheme", "BBAN");

    HttpResponse<byte[]> answer = put(profile.toString(), etag(read));

    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    JsonNode changed = JSON.readTree(answer.body());
    assertThat(changed.path("paymentTermDays").asInt()).isEqualTo(14);
    assertThat(changed.at("/tolerance/EUR").asText()).isEqualTo("2.50");
    assertThat(changed.at("/accounts/0/accountNumber").asText()).isEqualTo("42");
    assertThat(changed.at("/origins/paymentTermDays/from").asText()).isEqualTo("API");
    assertThat(changed.at("/origins/paymentTermDays/by").asText())
        .isEqualTo(FirstAdministrator.NAME);
    assertThat(etag(answer)).isNotEqualTo(etag(read));
  }

  @Test
  void theModeStaysWhereTheRequestSaysNothingOfItAndChangesWhereItDoes() throws Exception {
    String whole =
        """
        {"name":"Acme","country":"NL","timeZone":"Europe/Amsterdam","currency":"EUR",
         "replyTo":"ar@example.test","testMailbox":"me@example.test"%s}\
        """;
    assertThat(put(whole.formatted(",\"dunning\":\"TEST\""), "*").statusCode()).isEqualTo(200);
    assertThat(put(whole.formatted(""), "*").statusCode()).isEqualTo(200);

    assertThat(scene.stores().companies().profile(scene.id()).mode()).isEqualTo(DunningMode.TEST);
    assertThat(scene.stores().companies().profile(scene.id()).company().accounts())
        .as("what is absent of a whole profile is not there")
        .isEmpty();
  }

  @Test
  void goingLiveWhileSomethingBlocksIsRefusedWithWhatIsOpenUnlessItIsInsistedOn() throws Exception {
    String live =
        """
        {"name":"Acme","country":"NL","timeZone":"Europe/Amsterdam","currency":"EUR",
         "replyTo":"ar@example.test","testMailbox":"me@example.test","dunning":"LIVE"%s}\
        """;

    JsonNode problem = assertProblem(put(live.formatted(""), "*"), 409);
    assertThat(problem.path("type").asText()).isEqualTo("urn:dunlin:problem:not-ready");
    assertThat(problem.path("detail").asText())
        .contains("bring in its open invoices (INVOICES_THERE)", "goLiveAnyway");
    assertThat(problem.path("open").toString()).contains("ACCOUNTS_KNOWN", "INVOICES_THERE");
    assertProblem(put(live.formatted(",\"goLiveAnyway\":\" \""), "*"), 422);
    assertThat(scene.stores().companies().profile(scene.id()).company().name())
        .isEqualTo("Acme B.V.");

    String why = ",\"goLiveAnyway\":\"the bank is late\"";
    assertThat(put(live.formatted(why), "*").statusCode()).isEqualTo(200);
    assertThat(scene.stores().companies().profile(scene.id()).mode()).isEqualTo(DunningMode.LIVE);
    assertThat(scene.stores().journal().newest(scene.id(), 1).getFirst().reason())
        .contains("the bank is late");
  }

  @Test
  void everyFieldThatCannotBeUsedIsNamedWithItsReason() throws Exception {
    HttpResponse<byte[]> answer =
        put(
            """
            {"name":"","country":"Holland","timeZone":"Europe/Amsterdam","currency":"EUR",
             "replyTo":"ar@example.test"}\
            """,
            "*");

    JsonNode problem = assertProblem(answer, 422);
    assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("name", "country");
    assertThat(problem.at("/errors/1/detail").asText())
        .isEqualTo("“Holland” is no country of ISO 3166; give its two letters, as in NL.");
  }

  @Test
  void anUnknownFieldOrAnotherTypeIsNamed() throws Exception {
    JsonNode problem =
        assertProblem(
            put("{\"nmae\":\"Acme\",\"name\":7,\"paymentTermDays\":\"30\",\"x-note\":1}", "*"),
            422);

    assertThat(problem.path("errors").findValuesAsText("field"))
        .containsExactly("nmae", "name", "paymentTermDays");
  }

  @Test
  void whatIsNoJsonIsABadRequestThatSaysWhere() throws Exception {
    assertThat(assertProblem(put("{\"name\":", "*"), 400).path("detail").asText())
        .contains("line 1");
    assertProblem(put("[]", "*"), 400);
    assertProblem(put("{\"name\":\"a\",\"name\":\"b\"}", "*"), 400);
    assertProblem(put("{\"name\":\"" + "x".repeat(70_000) + "\"}", "*"), 413);
  }

  @Test
  void aChangeThatWouldUndoAnothersIsRefused() throws Exception {
    HttpResponse<byte[]> read = send(request("/profile").GET());
    ObjectNode profile = (ObjectNode) JSON.readTree(read.body());
    put(profile.put("language", "de").toString(), etag(read));

    assertProblem(put(profile.put("language", "fr").toString(), etag(read)), 412);
    assertProblem(put(profile.toString(), null), 428);
    assertThat(scene.stores().companies().profile(scene.id()).company().language()).isEqualTo("de");
  }

  @Test
  void whatTheSettingsFileSaysIsAConflictThatNamesThePlace() throws Exception {
    new ApplySettings(
            scene.stores(),
            new SwitchMode(
                scene.stores(),
                new Decisions(scene.stores(), Abilities.NONE),
                new RollOut(scene.stores(), new MailSender(""))))
        .apply(
            List.of(
                new SaidCompany(
                    scene.id(),
                    Map.of(ProfileField.LANGUAGE, new Said("de", "dunlin.yaml, line 9")),
                    null,
                    Map.of(),
                    null)));
    HttpResponse<byte[]> read = send(request("/profile").GET());
    ObjectNode profile = (ObjectNode) JSON.readTree(read.body());
    assertThat(profile.at("/origins/language/place").asText()).isEqualTo("dunlin.yaml, line 9");

    JsonNode problem =
        assertProblem(put(profile.put("language", "fr").toString(), etag(read)), 409);

    assertThat(problem.path("detail").asText())
        .isEqualTo(
            "language is set in dunlin.yaml, line 9; change it there and start the hub again.");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("language");
  }

  @Test
  void aTokenOfOneCompanyChangesTheProfileButAddsNoAccount() throws Exception {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    String path = "/api/v1/companies/" + scene.id() + "/profile";
    ObjectNode profile = (ObjectNode) Caller.json(program.get(path));
    profile.put("paymentTermDays", 14);
    String[] headers = {"Content-Type", "application/json", "If-Match", "*"};

    assertThat(program.send("PUT", path, profile.toString(), headers).statusCode()).isEqualTo(200);
    profile.withArray("accounts").addObject().put("iban", "DE89370400440532013000");
    HttpResponse<String> refused = program.send("PUT", path, profile.toString(), headers);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Caller.json(refused).at("/errors/0/field").asText()).isEqualTo("accounts");
    assertThat(scene.stores().companies().profile(scene.id()).company().accounts()).hasSize(1);
  }

  @Test
  void aCompanyThatIsNotThereIsAdded() throws Exception {
    String id = "api-" + UUID.randomUUID().toString().substring(0, 8);
    String body =
        """
        {"name":"New","country":"DE","timeZone":"Europe/Berlin","currency":"EUR",
         "replyTo":"ar@new.example"}\
        """;
    HttpRequest.Builder added = request(id, "/profile");
    HttpResponse<byte[]> answer = send(json(added, body));

    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/api/v1/companies/" + id + "/profile");
    assertThat(scene.stores().companies().profile(id).mode()).isEqualTo(DunningMode.SHADOW);
    assertProblem(send(json(request(id, "/profile").header("If-None-Match", "*"), body)), 412);
  }

  @Test
  void aLogoIsTakenByItsBytesReadAndTakenAway() throws Exception {
    byte[] picture = picture();
    assertProblem(send(request("/logo").GET()), 404);
    assertThat(send(request("/logo").PUT(BodyPublishers.ofByteArray(picture))).statusCode())
        .isEqualTo(204);

    HttpResponse<byte[]> read = send(request("/logo").GET());
    assertThat(read.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(read.body()).isEqualTo(picture);
    assertThat(send(request("/logo").DELETE()).statusCode()).isEqualTo(204);
    assertProblem(send(request("/logo").GET()), 404);
  }

  @Test
  void whatIsNoLogoIsRefusedWithItsReason() throws Exception {
    JsonNode problem =
        assertProblem(
            send(request("/logo").PUT(BodyPublishers.ofString("<svg onload='alert(1)'/>"))), 422);

    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("logo");
    assertProblem(send(request("/logo").PUT(BodyPublishers.ofByteArray(new byte[300_000]))), 422);
  }

  private HttpRequest.Builder request(String path) {
    return request(scene.id(), path);
  }

  private static HttpRequest.Builder request(String companyId, String path) {
    String login = FirstAdministrator.NAME + ":" + Hub.PASSWORD;
    return HttpRequest.newBuilder(
            URI.create(Hub.SHARED.address() + "/api/v1/companies/" + companyId + path))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
  }

  private HttpResponse<byte[]> put(String body, @Nullable String match) throws Exception {
    HttpRequest.Builder request = request("/profile");
    if (match != null) {
      request.header("If-Match", match);
    }
    return send(json(request, body));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String body) {
    return request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String etag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static JsonNode assertProblem(HttpResponse<byte[]> answer, int status)
      throws IOException {
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    return JSON.readTree(answer.body());
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
