package org.dunlin.work.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dunlin.connectors.program.authorise.OAuth;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Access;
import org.dunlin.work.link.Forgiveness;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.token.Renewal.Outcome;
import org.jspecify.annotations.Nullable;

/** Exchanges what a person's permission gave for the first token. */
public final class PermitAccess {
  private final Stores stores;
  private final Forgiveness forgiveness;
  private final Renewal renewal;

  /** Over these stores; the token comes by this wire. */
  public PermitAccess(Stores stores, Wire wire, Allowance allowance, Clock clock) {
    this.stores = stores;
    this.forgiveness = new Forgiveness(stores, wire);
    this.renewal = new Renewal(stores, wire, allowance, clock);
  }

  /** What came of it. */
  public sealed interface Permitted {
    /** The token is stored, and the program may be asked. */
    record Done() implements Permitted {}

    /** The program gave none; the sentence says why. */
    record Failed(String sentence) implements Permitted {}
  }

  /**
   * Exchanges the code.
   *
   * @param verifier absent where the program binds codes to none
   */
  public Permitted exchange(Link link, String code, String redirect, @Nullable String verifier) {
    forgiveness.now(link.companyId(), link.id());
    OAuth oauth = OAuth.of(link.program());
    return switch (renewal.exchange(
        link, oauth, facts -> oauth.exchange(facts, code, redirect, verifier))) {
      case Outcome.Renewed(Map<String, String> values, Duration after) -> {
        stores.transactions().run(() -> store(link, values, after));
        yield new Permitted.Done();
      }
      case Outcome.Denied(String sentence) -> new Permitted.Failed(sentence);
      case Outcome.Later(Duration wait, String sentence) -> new Permitted.Failed(sentence);
    };
  }

  private void store(Link link, Map<String, String> values, @Nullable Duration after) {
    stores.programs().tokens().put(link.companyId(), link.id(), values, after);
    stores
        .programs()
        .linked()
        .setAccess(link.companyId(), link.id(), Access.AUTHORISED, "A person permitted it.");
  }
}
