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
import org.dunlin.store.view.Standing;
import org.dunlin.work.figure.Figured;
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

  private final Stores stores;

  FigureApi(Stores stores) {
    this.stores = stores;
  }

  @GetMapping
  byte[] figures(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
    ObjectNode answer = JSON.createObjectNode();
    answer.put("on", today.toString());
    ArrayNode currencies = answer.putArray("currencies");
    new ReadFigures(stores)
        .of(company, today)
        .forEach(figured -> put(currencies.addObject(), figured));
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode line, Figured figured) {
    Standing standing = figured.standing();
    line.put("currency", standing.currency().getCode());
    line.put("open", standing.total().getAmount().toPlainString());
    line.put("overdue", standing.overdue().getAmount().toPlainString());
    line.put("credit", standing.credit().getAmount().toPlainString());
    put(line.putObject("dsoByCountBack"), figured.countBack());
    put(line.putObject("dsoByAverage"), figured.average());
    put(line.putObject("dsoBestPossible"), figured.bestPossible());
  }

  private static void put(ObjectNode line, Figure figure) {
    switch (figure) {
      case Figure.Known known -> line.put("days", known.value().toPlainString());
      case Figure.NotBefore not -> line.put("notBefore", not.day().toString());
      case Figure.MoreThanSoldSince more -> line.put("moreThanSoldSince", more.day().toString());
      case Figure.NothingSold none -> line.put("nothingSold", true);
    }
  }
}
