package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Goal;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.figure.Goals;
import org.dunlin.work.figure.ChangeGoal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a company wants of its receivables. */
@RestController
@Needs(Right.PLAN)
@RequestMapping("/api/v1/companies/{company}/goal")
class GoalApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final ChangeGoal changes;

  GoalApi(Stores stores) {
    this.stores = stores;
    this.changes = new ChangeGoal(stores);
  }

  /** Sets the goal in place of any before. */
  @PutMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] set(
      @PathVariable String company,
      @RequestParam Goal.Kind kind,
      @RequestParam int most,
      Principal by) {
    CompanyApi.mustExist(stores, company);
    if (!Goal.isOne(kind, most)) {
      throw new WrongParameters(
          Map.of("most", "most must be days from 0 to 3650, or per cent from 0 to 100."));
    }
    changes.set(company, new Goal(kind, most), by.getName());
    return said(company);
  }

  /** Gives a customer days of its own, which count in place of those of the goal. */
  @PutMapping(path = "/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] setOwn(
      @PathVariable String company, @PathVariable UUID id, @RequestParam int most, Principal by) {
    mustHave(company, id);
    if (!Goal.isOne(Goal.Kind.DAYS_OVERDUE, most)) {
      throw new WrongParameters(Map.of("most", "most must be days from 0 to 3650."));
    }
    if (stores
        .figures()
        .goals()
        .of(company)
        .filter(each -> each.goal().kind().ofDays())
        .isEmpty()) {
      throw ProblemType.OTHER_STATE.because("The company has no goal of days.");
    }
    if (!changes.setOwn(company, id, most, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          Goals.MOST_OWN + " customers have days of their own already, and no more can.");
    }
    return said(company);
  }

  /** Takes them away: those of the goal count. */
  @DeleteMapping("/customers/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeOwn(@PathVariable String company, @PathVariable UUID id, Principal by) {
    mustHave(company, id);
    changes.removeOwn(company, id, by.getName());
  }

  private void mustHave(String company, UUID customer) {
    CompanyApi.mustExist(stores, company);
    if (stores.customers().find(company, customer).isEmpty()) {
      throw new NoSuchCustomer();
    }
  }

  private byte[] said(String company) {
    return json(stores.figures().goals().of(company).orElseThrow(), own(stores, company))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  static List<Goals.OwnDays> own(Stores stores, String company) {
    return stores.figures().goals().own(company);
  }

  /** Takes it away. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String company, Principal by) {
    CompanyApi.mustExist(stores, company);
    changes.remove(company, by.getName());
  }

  static ObjectNode json(Goals.Said said, List<Goals.OwnDays> own) {
    ObjectNode goal = JSON.createObjectNode();
    goal.put("kind", said.goal().kind().name());
    goal.put("most", said.goal().most());
    goal.put("saidOn", said.on().toString());
    goal.put("saidBy", said.by());
    if (said.goal().kind().ofDays()) {
      ArrayNode customers = goal.putArray("customers");
      for (Goals.OwnDays each : own) {
        customers
            .addObject()
            .put("customerId", each.customerId().toString())
            .put("most", each.most())
            .put("saidOn", each.on().toString())
            .put("saidBy", each.by());
      }
    }
    return goal;
  }
}
