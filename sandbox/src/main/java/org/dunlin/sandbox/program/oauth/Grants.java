package org.dunlin.sandbox.program.oauth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.sandbox.program.TokenState;

/** The codes and tokens that were given out. */
final class Grants {
  private static final Duration CODE = Duration.ofMinutes(3);

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Token> access = new HashMap<>();
  private final Map<String, Token> refresh = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private TokenRules rules;

  private record Token(Family family, Instant ends) {}

  /** Tokens as they are given out; without a refresh token where none is due. */
  record Pair(String access, Optional<String> refresh, Duration lasts, String scope) {}

  Grants(InstantSource clock, TokenRules rules) {
    this.clock = clock;
    this.rules = rules;
  }

  synchronized void rules(TokenRules others) {
    rules = others;
  }

  synchronized TokenRules rules() {
    return rules;
  }

  synchronized String code(String redirectUri, String scope, Optional<String> challenge) {
    String code = secret();
    Instant ends = clock.instant().plus(CODE);
    codes.put(code, new Code(redirectUri, scope, challenge.orElse(null), ends));
    return code;
  }

  /** Takes a code, which is good once. */
  synchronized Optional<Code> take(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(taken -> clock.instant().isBefore(taken.ends()));
  }

  synchronized Pair begin(String scope) {
    return issue(new Family(scope, clock.instant()));
  }

  synchronized Pair renew(String token) {
    Token known = refresh.get(token);
    Instant now = clock.instant();
    if (known == null || known.family().revoked() || now.isAfter(known.ends())) {
      throw OAuthFault.grant("The refresh token is not known, has ended or was revoked.").refused();
    }
    if (used.contains(token)) {
      known.family().revoke();
      throw rules.reused().refused();
    }
    if (now.isBefore(known.family().renewed().plus(rules.earliest()))) {
      throw rules.tooEarly().refused();
    }
    used.add(token);
    known.family().renew(now);
    return issue(known.family());
  }

  synchronized void revokeAll() {
    access.values().forEach(token -> token.family().revoke());
    refresh.values().forEach(token -> token.family().revoke());
  }

  /** Ends all access tokens now; refresh tokens stay good. */
  synchronized void expire() {
    Instant now = clock.instant();
    access.replaceAll((name, token) -> new Token(token.family(), now));
  }

  synchronized TokenState state(String token) {
    Token known = access.get(token);
    if (known == null || known.family().revoked()) {
      return TokenState.UNKNOWN;
    }
    return clock.instant().isBefore(known.ends()) ? TokenState.GOOD : TokenState.EXPIRED;
  }

  private Pair issue(Family family) {
    Instant now = clock.instant();
    String token = secret();
    access.put(token, new Token(family, now.plus(rules.access())));
    String needed = rules.refreshScope();
    Optional<String> renewal = Optional.empty();
    if (needed == null || (" " + family.scope() + " ").contains(" " + needed + " ")) {
      String made = secret();
      refresh.put(made, new Token(family, now.plus(rules.refresh())));
      renewal = Optional.of(made);
    }
    return new Pair(token, renewal, rules.access(), family.scope());
  }

  private String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
