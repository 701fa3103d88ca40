package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a plan is for. */
class PlanChoiceTest {
  private static final String STEPS = ", steps: [{id: s, due: +5d, channel: CALL}]}";
  private static final List<Plan> PLANS =
      Plans.read(
          "plans: [{id: dutch, for: {countries: [NL], consumer: false}"
              + STEPS
              + ", {id: consumers, for: {consumer: true}"
              + STEPS
              + ", {id: large, for: {segments: [key, large]}"
              + STEPS
              + "]");

  @Test
  void theFirstPlanThatIsForACustomerCounts() {
    assertThat(chosen(customer("NL", false, Set.of("key"), null), null)).isEqualTo("dutch");
    assertThat(chosen(customer("BE", false, Set.of("key"), null), null)).isEqualTo("large");
    assertThat(chosen(customer("NL", true, Set.of(), null), null)).isEqualTo("consumers");
  }

  @Test
  void whoMayBeAConsumerIsTreatedAsOne() {
    assertThat(chosen(customer("NL", null, Set.of(), null), null)).isEqualTo("consumers");
  }

  @Test
  void whomNoPlanIsForIsNotDunned() {
    assertThat(chosen(customer("BE", false, Set.of("sme"), null), null)).isEqualTo("nobody");
    assertThat(chosen(customer(null, false, Set.of(), null), null)).isEqualTo("nobody");
  }

  @Test
  void anAudienceIsWithinAnotherWhereNoPartOfItReachesFurther() {
    Audience dutch = new Audience(Set.of(), Set.of("NL"), false, Set.of());
    Audience fewer =
        new Audience(Set.of("key"), Set.of("NL"), false, Set.of(RiskLevel.LOW, RiskLevel.HIGH));
    assertThat(fewer.isWithin(dutch)).isTrue();
    assertThat(fewer.isWithin(fewer)).isTrue();
    assertThat(dutch.isWithin(Audience.EVERYONE)).isTrue();
    assertThat(dutch.isWithin(fewer)).isFalse();
    assertThat(Audience.EVERYONE.isWithin(dutch)).isFalse();
    assertThat(dutch.isWithin(new Audience(Set.of(), Set.of("NL"), true, Set.of()))).isFalse();
    assertThat(dutch.isWithin(new Audience(Set.of(), Set.of("BE"), false, Set.of()))).isFalse();
    assertThat(fewer.isWithin(new Audience(Set.of(), Set.of(), null, Set.of(RiskLevel.LOW))))
        .isFalse();
  }

  @Test
  void theCustomersOwnPlanWinsAndTheInvoicesOwnOverIt() {
    assertThat(chosen(customer("NL", false, Set.of(), "large"), null)).isEqualTo("large");
    assertThat(chosen(customer("NL", false, Set.of(), "large"), "consumers"))
        .isEqualTo("consumers");
    assertThat(chosen(customer("NL", false, Set.of(), "none"), null)).isEqualTo("nobody");
    assertThat(chosen(customer("NL", false, Set.of(), "none"), "large")).isEqualTo("large");
    assertThat(chosen(customer("NL", false, Set.of(), "large"), "none")).isEqualTo("nobody");
  }

  @Test
  void aPlanThatIsNamedAndGoneIsForAPerson() {
    assertThat(chosen(customer("NL", false, Set.of(), "retired"), null)).isEqualTo("dutch, gone");
  }

  @Test
  void aPlanForSomeRisksIsForCustomersOfThoseLevelsAndNeverForOneOfWhomNothingIsKnown() {
    List<Plan> plans =
        Plans.read(
            "plans: [{id: strict, for: {risk: [MEDIUM, HIGH]}"
                + STEPS
                + ", {id: easy, for: {risk: [LOW], consumer: false}"
                + STEPS
                + ", {id: rest"
                + STEPS
                + "]");
    Map<RiskLevel, String> chosen = new EnumMap<>(RiskLevel.class);
    for (RiskLevel level : RiskLevel.values()) {
      chosen.put(
          level,
          new PlanChoice(plans, id -> level)
              .of(invoice(null), customer("NL", false, Set.of(), null))
              .orElseThrow()
              .plan()
              .id());
    }

    assertThat(chosen)
        .isEqualTo(
            Map.of(
                RiskLevel.LOW, "easy",
                RiskLevel.MEDIUM, "strict",
                RiskLevel.HIGH, "strict",
                RiskLevel.UNKNOWN, "rest"));
    assertThat(
            new PlanChoice(plans, id -> RiskLevel.LOW)
                .of(invoice(null), customer("NL", true, Set.of(), "strict"))
                .orElseThrow()
                .plan()
                .id())
        .as("its own plan wins")
        .isEqualTo("strict");
  }

  @Test
  void whoIsNotAskedForByRiskIsNotReckoned() {
    PlanChoice choice =
        new PlanChoice(
            PLANS,
            id -> {
              throw new IllegalStateException("asked");
            });

    assertThat(choice.of(invoice(null), customer("NL", true, Set.of(), null))).isPresent();
  }

  private static String chosen(Customer customer, @Nullable String ofTheInvoice) {
    return new PlanChoice(PLANS, id -> RiskLevel.UNKNOWN)
        .of(invoice(ofTheInvoice), customer)
        .map(chosen -> chosen.plan().id() + (chosen.gone() ? ", gone" : ""))
        .orElse("nobody");
  }

  private static Invoice invoice(@Nullable String plan) {
    Invoice i = Scene.invoice("i", "c-1", "2026-12-01", "EUR 100");
    return new Invoice(
        i.id(),
        i.number(),
        i.kind(),
        i.customerId(),
        i.issueDate(),
        i.dueDate(),
        i.dueDateFrom(),
        i.total(),
        i.outstanding(),
        i.status(),
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source(),
        plan);
  }

  private static Customer customer(
      @Nullable String country,
      @Nullable Boolean consumer,
      Set<String> segments,
      @Nullable String plan) {
    return new Customer(
        "c-1",
        null,
        "Customer",
        null,
        null,
        country == null ? null : new Address(null, null, null, country),
        null,
        null,
        null,
        List.of(),
        consumer,
        List.copyOf(segments),
        plan,
        null,
        null);
  }
}
