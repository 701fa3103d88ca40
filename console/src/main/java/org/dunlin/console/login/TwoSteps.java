package org.dunlin.console.login;

import java.time.Clock;
import java.util.Optional;
import org.dunlin.store.people.People;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/**
 * Lets nobody in by their password alone who has a second factor, or has to have one; and nobody by
 * a password at all where these are switched off, but for those who were said to be local.
 */
final class TwoSteps implements AuthenticationProvider {
  private final AuthenticationProvider passwords;
  private final People people;
  private final SecondFactor factor;
  private final SignInRules rules;
  private final Clock clock;

  TwoSteps(
      AuthenticationProvider passwords,
      People people,
      SecondFactor factor,
      SignInRules rules,
      Clock clock) {
    this.passwords = passwords;
    this.people = people;
    this.factor = factor;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication said) {
    Authentication right = passwords.authenticate(said);
    if (right != null) {
      Optional<Person> person = people.find(right.getName());
      if (!rules.passwords() && person.filter(Person::local).isEmpty()) {
        throw new BadCredentialsException("passwords are switched off");
      }
      if (person.filter(this::needsCode).isPresent()) {
        throw new CodeNeeded(
            new HalfIn(person.get().name(), person.get().version(), clock.instant()));
      }
    }
    return right;
  }

  private boolean needsCode(Person person) {
    return factor.has(person.name()) || rules.duty().binds(person);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }
}
