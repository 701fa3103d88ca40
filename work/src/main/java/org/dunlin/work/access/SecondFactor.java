package org.dunlin.work.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dunlin.core.onetime.Base32;
import org.dunlin.core.onetime.TimeCode;
import org.dunlin.store.Stores;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.people.SecondFactors;
import org.dunlin.store.people.SecondFactors.Factor;

/**
 * The second factor of people: a code that an app on their telephone shows, or, where the telephone
 * is lost, one of ten recovery codes, each worth something once.
 */
public final class SecondFactor {
  /** How many recovery codes a person gets. */
  public static final int CODES = 10;

  /** For so long one that was begun is gone on with. */
  public static final Duration BEGUN = Duration.ofMinutes(10);

  private static final String ISSUER = "Dunlin";
  // 120 bits, so that a plain digest is enough (OWASP ASVS 4.0.3, 2.6.2 asks 112)
  private static final int CODE_BYTES = 15;
  private static final long NONE_YET = -1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Stores stores;
  private final Clock clock;

  /** Over these stores; the clock is that of codes. */
  public SecondFactor(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * What an app has to be told.
   *
   * @param secret as people type it
   * @param address as a QR code holds it
   */
  public record Begun(String secret, String address) {
    @Override
    public String toString() {
      return "Begun[]"; // never the secret
    }
  }

  /** Whether somebody has one. */
  public boolean has(String name) {
    return factors().has(name);
  }

  /** Begins one, or goes on with the one that was begun just now; it holds once a code is said. */
  public Begun begin(String name) {
    Factor begun =
        stores
            .transactions()
            .in(
                () -> {
                  factors().begin(name, random(TimeCode.SECRET_BYTES), BEGUN);
                  return factors().begun(name).orElseThrow();
                });
    return new Begun(
        Base32.of(begun.secret()).replaceAll("(.{4})(?=.)", "$1 "),
        TimeCode.address(ISSUER, name, begun.secret()));
  }

  /**
   * The first code of the one that was begun; it takes the place of one that they had.
   *
   * @return the recovery codes, which are shown this once; empty when it is no code of it
   */
  public Optional<List<String>> confirm(String name, String said) {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<Factor> begun = factors().begun(name);
              OptionalLong step = begun.map(each -> step(each, said)).orElse(OptionalLong.empty());
              if (step.isEmpty()) {
                return Optional.empty();
              }
              factors().remove(name);
              if (!factors().accept(begun.get().id(), step.getAsLong())) {
                return Optional.empty();
              }
              note(name, Kind.SECOND_FACTOR_ON, name);
              return Optional.of(made(name));
            });
  }

  /** Whether this is a code of now, or a recovery code; either is worth nothing afterwards. */
  public boolean accept(String name, String said) {
    return stores.transactions().in(() -> isCode(name, said) || isRecoveryCode(name, said));
  }

  private boolean isCode(String name, String said) {
    Optional<Factor> factor = factors().find(name);
    OptionalLong step = factor.map(each -> step(each, said)).orElse(OptionalLong.empty());
    boolean accepted = step.isPresent() && factors().accept(factor.get().id(), step.getAsLong());
    if (!accepted && factor.filter(each -> isOfNow(each, said)).isPresent()) {
      stores.signIn().events().noteOnceAMinute(name, Kind.CODE_USED_AGAIN, name, "");
    }
    return accepted;
  }

  /** Whether it is a code of this moment, whether it was used or not. */
  private boolean isOfNow(Factor factor, String said) {
    return TimeCode.accepted(factor.secret(), said, clock.instant(), NONE_YET).isPresent();
  }

  private OptionalLong step(Factor factor, String said) {
    return TimeCode.accepted(factor.secret(), said, clock.instant(), factor.lastStep());
  }

  private boolean isRecoveryCode(String name, String said) {
    boolean used = stores.signIn().recoveryCodes().use(name, digest(said));
    if (used) {
      note(name, Kind.RECOVERY_CODE_USED, name);
    }
    return used;
  }

  /** Recovery codes in place of those that somebody has; shown this once. */
  public List<String> renewCodes(String name) {
    return stores
        .transactions()
        .in(
            () -> {
              stores.signIn().notices().put(name, Kind.RECOVERY_CODES_MADE, name, "");
              return made(name);
            });
  }

  /** How many recovery codes are left. */
  public int codesLeft(String name) {
    return stores.signIn().recoveryCodes().left(name);
  }

  /**
   * Takes somebody's second factor away; their sessions end.
   *
   * @return false where they had none
   */
  public boolean remove(String name, String by) {
    return stores
        .transactions()
        .in(
            () -> {
              factors().removeBegun(name);
              stores.signIn().recoveryCodes().put(name, List.of());
              stores.signIn().failures().forget(List.of(ChangePeople.wrongCodesOf(name)));
              if (!factors().remove(name)) {
                return false;
              }
              stores.people().endSessions(name);
              note(by, Kind.SECOND_FACTOR_OFF, name);
              return true;
            });
  }

  private List<String> made(String name) {
    List<String> codes =
        Stream.generate(() -> Base32.of(random(CODE_BYTES)).toLowerCase(Locale.ROOT))
            .limit(CODES)
            .toList();
    stores.signIn().recoveryCodes().put(name, codes.stream().map(SecondFactor::digest).toList());
    note(name, Kind.RECOVERY_CODES_MADE, name);
    return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
  }

  private static byte[] digest(String code) {
    return Secrets.digest(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private SecondFactors factors() {
    return stores.signIn().secondFactors();
  }

  private void note(String by, Kind kind, String name) {
    stores.signIn().events().note(by, kind, name, "");
  }
}
