package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.work.debit.Collections;
import org.dunlin.work.debit.NotTaken;
import org.dunlin.work.dun.SourceHolds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a company collects by direct debit, and from whom. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/collecting",
    produces = MediaType.APPLICATION_JSON_VALUE)
class CollectApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_PLAN = 100;

  private final Stores stores;
  private final Collections collections;

  CollectApi(Stores stores, SourceHolds sources, Clock clock) {
    this.stores = stores;
    this.collections = new Collections(stores, sources, clock);
  }

  /** How it collects, and what was said of customers and plans. */
  @GetMapping
  byte[] rules(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    CollectRules rules = stores.debits().settings().of(company);
    ObjectNode json = JSON.createObjectNode();
    json.put("collects", rules.collects());
    json.put("noticeDays", rules.noticeDays());
    json.put("retries", rules.retries());
    json.put("retryOn", rules.retryOn().name());
    put(json.putObject("customers"), company, Kind.CUSTOMER);
    put(json.putObject("plans"), company, Kind.PLAN);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void put(ObjectNode json, String company, Kind kind) {
    stores.debits().settings().chosen(company, kind).forEach(json::put);
  }

  @Needs(Right.COLLECT)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] change(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body =
        TalkBody.of(request, "Collecting", "collects", "noticeDays", "retries", "retryOn");
    Integer days = body.number("noticeDays");
    Integer retries = body.number("retries");
    RetryOn on = body.wordNeeded("retryOn", RetryOn.class);
    boolean collects = body.truthNeeded("collects");
    CompanyApi.mustExist(stores, company);
    if (days == null || retries == null) {
      throw wrong("noticeDays", "noticeDays and retries are needed, as numbers.");
    }
    collections.rules(company, rules(collects, days, retries, on), by.getName());
    return rules(company);
  }

  private static CollectRules rules(boolean collects, int days, int retries, RetryOn on) {
    try {
      return new CollectRules(collects, days, retries, on);
    } catch (IllegalArgumentException e) {
      throw wrong("noticeDays", "noticeDays is from 1 to 60, and retries from 0 to 5.");
    }
  }

  /**
   * Whether money is collected from a customer or under a plan; left open, as the company has it.
   */
  @Needs(Right.COLLECT)
  @PutMapping(path = "/choice", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] choose(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "A choice", "customerId", "plan", "collects");
    UUID customer = body.id("customerId");
    String plan = body.text("plan");
    Boolean collects = body.truthOrNothing("collects");
    CompanyApi.mustExist(stores, company);
    if ((customer == null) == (plan == null) || plan != null && plan.length() > LONGEST_PLAN) {
      throw wrong("customerId", "Either customerId or plan is needed.");
    }
    choose(company, customer, plan, collects, by.getName());
    return rules(company);
  }

  private void choose(
      String company,
      @Nullable UUID customer,
      @Nullable String plan,
      @Nullable Boolean collects,
      String by) {
    Kind kind = customer == null ? Kind.PLAN : Kind.CUSTOMER;
    try {
      collections.choose(
          company, kind, String.valueOf(customer == null ? plan : customer), collects, by);
    } catch (NotTaken e) {
      throw wrong("customerId", e.refusal().sentence());
    }
  }

  private static WrongRequest wrong(String field, String sentence) {
    return new WrongRequest(List.of(new FieldError(field, sentence)));
  }
}
