package org.dunlin.work.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.store.Rows;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.AdmitPerson.Grant;
import org.dunlin.work.access.AdmitPerson.Rules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in when a provider of identities vouches for them, and what they may do then. */
class AdmitPersonTest {
  private static final String ISSUER = "https://id.example.com";

  private final Rows rows = new Rows();
  private final ChangePeople changes = new ChangePeople(rows.stores, Clock.systemUTC());

  @AfterEach
  void close() {
    rows.close();
  }

  private Optional<Person> admit(Rules rules, String subject, String name, String... values) {
    return new AdmitPerson(rows.stores, changes, rules)
        .admit(ISSUER, subject, name, Set.of(values));
  }

  @Test
  void whoIsNotInvitedIsLetInOnlyWhereTheRulesSaySo() {
    assertThat(admit(new Rules(false, List.of()), "1", "anna@example.com")).isEmpty();
    assertThat(rows.stores.people().find("anna@example.com")).isEmpty();
    Person anna = admit(new Rules(true, List.of()), "1", "anna@example.com").orElseThrow();
    assertThat(anna.state()).isEqualTo(Person.State.ACTIVE);
    assertThat(anna.everywhere()).isNull();
  }

  @Test
  void whoWasInvitedIsLetInWithTheRolesThatTheyHave() {
    rows.stores.people().add("anna", null, Role.CONTROLLER);
    Person anna = admit(new Rules(false, List.of()), "1", "anna").orElseThrow();
    assertThat(anna.everywhere()).isEqualTo(Role.CONTROLLER);
  }

  @Test
  void somebodyElseUnderTheSameNameIsNotLetIn() {
    Rules rules = new Rules(true, List.of());
    admit(rules, "1", "anna");
    assertThat(admit(rules, "2", "anna")).isEmpty();
    assertThat(admit(rules, "1", "anna.new.name").map(Person::name)).contains("anna");
  }

  @Test
  void whoIsSwitchedOffIsNotLetIn() {
    Rules rules = new Rules(true, List.of());
    admit(rules, "1", "anna");
    rows.stores.people().switchOff("anna", true);
    assertThat(admit(rules, "1", "anna")).isEmpty();
    assertThat(admit(rules, "1", "anna.new.name")).isEmpty();
    assertThat(rows.stores.people().find("anna.new.name")).isEmpty();
  }

  @Test
  void whoIsSwitchedOnAgainIsWhoeverComesNextUnderTheirName() {
    Rules rules = new Rules(true, List.of());
    admit(rules, "1", "anna");
    rows.stores.people().switchOff("anna", true);
    rows.stores.people().switchOff("anna", false);
    assertThat(rows.stores.people().find("anna").orElseThrow().atProvider()).isFalse();
    assertThat(admit(rules, "2", "anna")).isPresent();
    assertThat(admit(rules, "1", "anna")).isEmpty();
  }

  @Test
  void whoIsLetInHereAloneIsNobodyOfTheProviders() {
    rows.stores.people().add("emergency", "{x}", Role.ADMIN);
    rows.stores.people().local("emergency", true);
    assertThat(admit(new Rules(true, List.of()), "1", "emergency")).isEmpty();
    assertThat(rows.stores.people().find("emergency").orElseThrow().atProvider()).isFalse();
  }

  @Test
  void rolesAreThoseThatTheProviderSaysEachTime() {
    Rules rules =
        new Rules(
            true,
            List.of(
                new Grant("clerks", Role.VIEWER, "acme"),
                new Grant("credit", Role.CONTROLLER, "acme"),
                new Grant("support", Role.SUPPORTER, null),
                new Grant("clerks", Role.VIEWER, "no-such-company")));
    Person anna = admit(rules, "1", "anna", "clerks", "credit", "support", "else").orElseThrow();
    assertThat(anna.companies()).isEqualTo(Map.of("acme", Role.CONTROLLER));
    assertThat(anna.everywhere()).isEqualTo(Role.SUPPORTER);
    Person later = admit(rules, "1", "anna", "clerks").orElseThrow();
    assertThat(later.companies()).isEqualTo(Map.of("acme", Role.VIEWER));
    assertThat(later.everywhere()).isNull();
    assertThat(admit(rules, "1", "anna").orElseThrow().companies()).isEmpty();
  }

  @Test
  void theLastAdministratorIsNotLetInWithoutTheRole() {
    rows.stores.people().add("anna", "{x}", Role.ADMIN);
    Rules rules = new Rules(false, List.of(new Grant("admins", Role.ADMIN, null)));
    assertThat(admit(rules, "1", "anna")).isEmpty();
    Person still = rows.stores.people().find("anna").orElseThrow();
    assertThat(still.everywhere()).isEqualTo(Role.ADMIN);
    assertThat(admit(rules, "1", "anna", "admins")).isPresent();
  }
}
