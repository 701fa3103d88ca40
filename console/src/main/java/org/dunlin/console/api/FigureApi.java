package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Figure;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.figure.Goals;
import org.dunlin.store.view.Standing;
import org.dunlin.work.figure.Figured;
import org.dunlin.work.figure.GoalsMet;
import org.dunlin.work.figure.ReadFigures;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a company stands, and how quickly it is paid. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/figures",
    produces = MediaType.APPLICATION_JSON_VALUE)
class FigureApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DAYS = "days";

  private final Stores stores;

  FigureApi(Stores stores) {
    this.stores = stores;
  }

  @GetMapping
  byte[] figures(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
    GoalsMet goals = GoalsMet.of(stores, company, today);
    Goals.Said said = goals.said();
    ObjectNode answer = JSON.createObjectNode();
    answer.put("on", today.toString());
    if (said != null) {
      answer.set("goal", GoalApi.json(said, GoalApi.own(stores, company)));
    }
    ArrayNode currencies = answer.putArray("currencies");
    new ReadFigures(stores)
        .of(company, today)
        .forEach(figured -> put(currencies.addObject(), figured, goals));
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode line, Figured figured, GoalsMet goals) {
    Standing standing = figured.standing();
    line.put("currency", standing.currency().getCode());
    line.put("open", standing.total().getAmount().toPlainString());
    line.put("overdue", standing.overdue().getAmount().toPlainString());
    line.put("credit", standing.credit().getAmount().toPlainString());
    put(line.putObject("dsoByCountBack"), DAYS, figured.countBack());
    put(line.putObject("dsoByAverage"), DAYS, figured.average());
    put(line.putObject("dsoBestPossible"), DAYS, figured.bestPossible());
    put(line.putObject("collectionEffectiveness"), "percent", figured.effectiveness());
    goals
        .of(standing)
        .ifPresent(
            met -> {
              line.put("beyondGoal", met.beyond().getAmount().toPlainString());
              line.put("goalMetPercent", met.percent().toPlainString());
            });
  }

  private static void put(ObjectNode line, String unit, Figure figure) {
    switch (figure) {
      case Figure.Known known -> line.put(unit, known.value().toPlainString());
      case Figure.NotBefore not -> line.put("notBefore", not.day().toString());
      case Figure.MoreThanSoldSince more -> line.put("moreThanSoldSince", more.day().toString());
      case Figure.NothingSold none -> line.put("nothingSold", true);
    }
  }
}
