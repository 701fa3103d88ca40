package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.access.Scope;
import org.dunlin.work.translate.TranslateDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company is set up by programs: columns of a file, the roll-out, settings of the hub. */
class SetUpApiTest {
  private static final String FILE =
      """
      Factuur;Datum;Totaal;Klant
      F-1;18-10-2026;1.210,00;Jansen BV
      F-2;25-10-2026;honderd;Bakker
      """;

  private final Scene scene = new Scene();
  private final String company = "/api/v1/companies/" + scene.id();
  private final Caller program =
      Caller.allowed(scene.id(), Scope.READ, Scope.WRITE, Scope.SETTINGS);
  private final Caller administrator = Caller.administrator(Hub.PASSWORD);

  @AfterEach
  void reset() {
    scene.stores().settings().forget("dunlin.attachments");
  }

  @Test
  void theColumnsOfAFileAreProposedTriedSaidAndTiedOut() {
    JsonNode delivered =
        Caller.json(
            send(
                program,
                "POST",
                company + "/connections/books/deliveries?name=stock.csv",
                FILE + scene.id() + ";;;\n"));
    String columns = company + "/deliveries/" + delivered.get("id").asText() + "/columns";

    JsonNode proposed = Caller.json(program.get(columns));
    assertThat(proposed.at("/mapping/columns/1").asText()).isEqualTo("number");
    assertThat(proposed.toString()).doesNotContain("Jansen");
    assertThat(proposed.at("/mapping/dates").asText()).isEqualTo("dd-MM-yyyy");
    assertThat(proposed.at("/missing/0").asText()).contains("currency");
    assertThat(send(program, "PUT", columns, proposed.get("mapping").toString()).statusCode())
        .isEqualTo(422);

    String mapping =
        "{\"kind\":\"invoices\",\"columns\":{\"1\":\"number\",\"2\":\"issueDate\",\"3\":\"total\","
            + "\"4\":\"customerName\"},\"dates\":\"dd-MM-yyyy\",\"decimal\":\",\","
            + "\"constants\":{\"currency\":\"EUR\"}}";
    translate();
    JsonNode tried = Caller.json(send(program, "POST", columns + "/try", mapping));
    assertThat(tried.at("/documents/added").asInt()).isEqualTo(1);
    assertThat(tried.at("/currencies/0/outstanding").asText()).isEqualTo("1210.00");
    assertThat(tried.get("refused")).hasSize(2);
    assertThat(tried.toString()).doesNotContain("honderd");
    assertThat(scene.stores().fileMappings().of(scene.id())).isEmpty();

    assertThat(send(program, "PUT", columns, mapping).statusCode()).isEqualTo(200);
    translate();
    JsonNode said = Caller.json(program.get(columns));
    assertThat(said.get("kept").asBoolean()).isTrue();
    assertThat(said.at("/tieOut/ties").asBoolean()).isTrue();
    assertThat(said.at("/tieOut/refused").asInt()).isEqualTo(2);
  }

  @Test
  void whatStandsInAFileIsToldToPeopleWhoMaySeeItAndTheirLookIsNoted() {
    JsonNode delivered =
        Caller.json(
            send(
                program,
                "POST",
                company + "/connections/books/deliveries?name=stock.csv",
                FILE + scene.id() + ";;;\n"));
    String columns = company + "/deliveries/" + delivered.get("id").asText() + "/columns";

    assertThat(Caller.json(program.get(columns)).at("/columns/3/samples")).isEmpty();
    assertThat(looks()).isZero();
    assertThat(Caller.json(administrator.get(columns)).at("/columns/3/samples/0").asText())
        .isEqualTo("Jansen BV");
    assertThat(looks()).isEqualTo(1);
  }

  private long looks() {
    return Caller.json(administrator.get(company + "/journal?limit=500"))
        .get("items")
        .valueStream()
        .filter(entry -> entry.toString().contains("RAW_LOOKED"))
        .count();
  }

  @Test
  void aPointThatOnlyAPersonKnowsIsTickedAndAnotherIsNot() {
    HttpResponse<String> ticked = send(program, "PUT", company + "/roll-out/BACK_TESTED", "");
    assertThat(ticked.statusCode()).as(ticked.body()).isEqualTo(200);
    assertThat(Caller.json(ticked).get("step").asText()).isEqualTo("SHADOW");
    assertThat(send(program, "PUT", company + "/roll-out/BANK_READ", "").statusCode())
        .isEqualTo(409);
    assertThat(send(program, "PUT", company + "/roll-out/NOTHING", "").statusCode()).isEqualTo(404);
    assertThat(send(program, "DELETE", company + "/roll-out/BACK_TESTED", "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aSettingIsSetForTheNextStartByAnAdministratorAndByNoProgram() {
    String setting = "/api/v1/settings/dunlin.attachments";
    assertThat(send(program, "PUT", setting, "{\"value\":\"9MB\"}").statusCode()).isEqualTo(403);

    JsonNode set = Caller.json(send(administrator, "PUT", setting, "{\"value\":\"9MB\"}"));
    assertThat(set.at("/items/0/value").asText()).isEqualTo("9MB");
    assertThat(send(administrator, "PUT", setting, "{\"value\":\"much\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            send(administrator, "PUT", "/api/v1/settings/dunlin.sweep", "{\"value\":\"9s\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            send(administrator, "PUT", "/api/v1/settings/dunlin.key", "{\"value\":\"secret\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(Caller.json(send(administrator, "DELETE", setting, "")).get("items")).isEmpty();
  }

  private static HttpResponse<String> send(Caller caller, String method, String path, String body) {
    return caller.send(method, path, body, "Content-Type", "application/json");
  }

  private void translate() {
    TranslateDelivery translate = new TranslateDelivery(scene.stores(), Checkpoint.NONE);
    while (translate.next()) {
      // until nothing waits
    }
  }
}
