package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.claim.ClaimTerms;
import org.dunlin.store.payer.PayerRules;
import org.dunlin.work.claim.ChangeTerms;
import org.dunlin.work.claim.TermsRefused;
import org.dunlin.work.dialogue.Arrangements;
import org.dunlin.work.payer.ChangePayerRules;
import org.dunlin.work.profile.KeptRules;
import org.dunlin.work.profile.SaidRules;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which rules instalments are agreed to, and what the terms say of interest and costs. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final ChangeTerms terms;
  private final Arrangements arrangements;
  private final ChangePayerRules payers;

  RuleApi(Stores stores) {
    this.stores = stores;
    this.terms = new ChangeTerms(stores);
    this.arrangements = new Arrangements(stores);
    this.payers = new ChangePayerRules(stores);
  }

  /** Which instalments are agreed to. */
  @GetMapping("/arrangement-rules")
  byte[] arrangementRules(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    ArrangementRules rules = KeptRules.of(stores, company).arrangement();
    ObjectNode json = JSON.createObjectNode();
    json.put("instalments", rules.mostInstalments());
    json.put("days", rules.mostDays());
    json.put("least", rules.least().getAmount().toPlainString());
    json.put("currency", rules.least().getCurrencyUnit().getCode());
    return bytes(json);
  }

  @Needs(Right.AGREE)
  @PutMapping(path = "/arrangement-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] changeArrangementRules(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "The rules", "instalments", "days", "least");
    int instalments = needed("instalments", body.number("instalments"));
    int days = needed("days", body.number("days"));
    BigDecimal least = body.amountNeeded("least");
    CompanyApi.mustExist(stores, company);
    KeptRules now = KeptRules.of(stores, company);
    Money rounded = Money.of(now.arrangement().least().getCurrencyUnit(), least, RoundingMode.UP);
    SaidRules.refuse(stores, company, now.with(new ArrangementRules(instalments, days, rounded)));
    TalkApi.saying(
        () -> {
          arrangements.rules(company, instalments, days, least, by.getName());
          return company;
        });
    return arrangementRules(company);
  }

  /** What customers may do on their own page by themselves. */
  @GetMapping("/payer-rules")
  byte[] payerRules(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    PayerRules rules = stores.payer().rules().of(company);
    ObjectNode json = JSON.createObjectNode();
    json.put("promiseDays", rules.promiseDays());
    json.put("agreesAtOnce", rules.agreesAtOnce());
    return bytes(json);
  }

  @Needs(Right.AGREE)
  @PutMapping(path = "/payer-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] changePayerRules(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "The rules", "promiseDays", "agreesAtOnce");
    int days = needed("promiseDays", body.number("promiseDays"));
    boolean agrees = body.truthNeeded("agreesAtOnce");
    CompanyApi.mustExist(stores, company);
    if (days > PayerRules.MOST_DAYS) {
      throw wrong("promiseDays", "0 to " + PayerRules.MOST_DAYS + " days.");
    }
    KeptRules now = KeptRules.of(stores, company);
    SaidRules.refuse(stores, company, now.with(new PayerRules(days, agrees)));
    payers.change(company, days, agrees, by.getName());
    return payerRules(company);
  }

  /** What the company's terms say of interest and costs. */
  @GetMapping("/claim-terms")
  byte[] claimTerms(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    ClaimTerms said = stores.claims().terms().of(company);
    ObjectNode json = JSON.createObjectNode();
    json.put("version", said.version());
    if (said.agreedRate() != null) {
      json.put("agreedRate", Objects.requireNonNull(said.agreedRate()).toPlainString());
    }
    Money fee = said.stepFee();
    if (fee != null) {
      json.put("stepFee", fee.getAmount().toPlainString());
      json.put("currency", fee.getCurrencyUnit().getCode());
    }
    json.put("consumerClause", said.consumerClause());
    json.put("rates", said.rates());
    return bytes(json);
  }

  @Needs(Right.PLAN)
  @PutMapping(path = "/claim-terms", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] changeClaimTerms(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body =
        TalkBody.of(
            request, "The terms", "version", "agreedRate", "stepFee", "consumerClause", "rates");
    BigDecimal rate = body.amount("agreedRate");
    BigDecimal fee = body.amount("stepFee");
    boolean clause = body.truthNeeded("consumerClause");
    String rates = Objects.requireNonNullElse(body.text("rates"), "");
    String seen = Objects.requireNonNullElse(body.text("version"), "");
    CompanyApi.mustExist(stores, company);
    CurrencyUnit currency = stores.companies().profile(company).company().currency();
    try {
      terms.change(
          company,
          new ChangeTerms.Said(rate, money(currency, fee), clause, rates),
          seen,
          by.getName());
    } catch (TermsRefused e) {
      throw switch (e.kind()) {
        case RATE -> wrong("agreedRate", e.sentence());
        case FEE -> wrong("stepFee", e.sentence());
        case RATES -> wrong("rates", e.sentence());
        case MEANWHILE -> ProblemType.CHANGED_MEANWHILE.because(e.sentence());
      };
    }
    return claimTerms(company);
  }

  private static @Nullable Money money(CurrencyUnit currency, @Nullable BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      throw wrong("stepFee", "An amount in " + currency.getCode() + " is needed.");
    }
    return Money.of(currency, amount.setScale(currency.getDecimalPlaces(), RoundingMode.DOWN));
  }

  private static int needed(String field, @Nullable Integer number) {
    if (number == null) {
      throw wrong(field, "A whole number is needed.");
    }
    return number;
  }

  private static WrongRequest wrong(String field, String sentence) {
    return new WrongRequest(List.of(new FieldError(field, sentence)));
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
