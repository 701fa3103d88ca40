package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Expected.Ground;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.view.Standing;
import org.dunlin.work.figure.ExpectCash;
import org.dunlin.work.figure.Forecast;
import org.joda.money.Money;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is expected to come in, week by week. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/expected-cash",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ExpectedApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final ExpectCash cash;

  ExpectedApi(Stores stores) {
    this.stores = stores;
    this.cash = new ExpectCash(stores);
  }

  @GetMapping
  byte[] expected(@PathVariable String company) {
    CompanyProfile profile = CompanyApi.mustExist(stores, company);
    LocalDate today = stores.companies().businessDate(profile);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("on", today.toString());
    ArrayNode currencies = answer.putArray("currencies");
    for (Standing standing : stores.views().receivables().standing(company, today)) {
      put(currencies.addObject(), cash.of(company, standing.currency(), today));
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode line, Forecast forecast) {
    line.put("currency", forecast.currency().getCode());
    line.put("open", plain(forecast.total()));
    ObjectNode habits = line.putObject("habits");
    habits.put("oneByOne", forecast.oneByOne());
    habits.put("known", forecast.known());
    habits.put("meanDaysLate", forecast.mean());
    ArrayNode weeks = line.putArray("weeks");
    for (Forecast.Week week : forecast.weeks()) {
      ObjectNode each = weeks.addObject();
      each.put("from", week.from().toString());
      each.put("to", week.to().toString());
      each.put("sum", plain(week.sum()));
      put(each.putObject("grounds"), week.sums());
    }
    put(line.putObject("elsewhere"), forecast.elsewhere());
  }

  private static void put(ObjectNode to, Map<Ground, Money> sums) {
    sums.forEach((ground, sum) -> to.put(ground.name(), plain(sum)));
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
