package org.dunlin.work.tell;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Direction;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.pay.FeeBookings.DayOfFees;
import org.dunlin.work.Reference;
import org.dunlin.work.tell.FeeAccounts.FeeAccount;
import org.dunlin.work.tell.FeeAccounts.Named;

/**
 * What providers kept, told to the accounting program that names an account for it: the sum of each
 * day that is over, what was given back apart. A fee of which is heard later is an entry of its
 * own.
 */
final class TellFees {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final FeeAccounts accounts;

  TellFees(Stores stores, Abilities abilities) {
    this.stores = stores;
    this.accounts = new FeeAccounts(stores, abilities);
  }

  void tell(CompanyProfile profile, LocalDate today) {
    List<FeeAccount> all = accounts.of(profile.id());
    stores
        .pay()
        .fees()
        .only(
            profile.id(),
            all.stream().map(FeeAccount::provider).collect(Collectors.toUnmodifiableSet()));
    for (FeeAccount account : all) {
      String books = account.connection().map(Named::connectionId).orElse(null);
      stores.pay().fees().only(profile.id(), account.provider(), books);
      account.connection().ifPresent(named -> tell(profile, account.provider(), named, today));
    }
  }

  private void tell(CompanyProfile profile, String provider, Named named, LocalDate today) {
    String companyId = profile.id();
    String connection = named.connectionId();
    LocalDate since = stores.pay().fees().since(companyId, connection, provider, today);
    for (DayOfFees day : stores.pay().fees().open(companyId, provider, since, today)) {
      UUID id = Ids.next();
      stores
          .outbox()
          .add(
              Effect.decided(
                  companyId,
                  id,
                  connection,
                  connection + "/fees of " + provider,
                  EffectKind.WRITE_BACK,
                  null,
                  payload(id, profile, provider, day),
                  EffectState.PENDING,
                  today));
      Told told = new Told(WriteBack.FEE, null, null);
      stores.writeBacks().add(companyId, id, connection, told, Reference.of(id));
      stores.pay().fees().book(companyId, id, day.payments());
    }
  }

  private static String payload(UUID id, CompanyProfile profile, String provider, DayOfFees day) {
    boolean kept = day.direction() == Direction.OUT;
    String amount = day.amount().getAmount().toPlainString();
    String name = name(provider);
    ObjectNode payload = JSON.createObjectNode();
    payload
        .putObject("effect")
        .put("id", id.toString())
        .put("kind", WriteBack.FEE.name().toLowerCase(Locale.ROOT))
        .put("reference", Reference.of(id));
    payload.put("key", day.account());
    payload
        .putObject("fee")
        .put("name", name)
        .put("accountNumber", day.account())
        .put("accountScheme", provider)
        .put("direction", day.direction().name())
        .put("date", day.on().toString())
        .put("amount", amount)
        .put("moved", kept ? "-" + amount : amount)
        .put("currency", day.amount().getCurrencyUnit().getCode())
        .put(
            "description",
            FeeWords.of(profile.company().language(), kept).formatted(name, day.on()));
    return payload.toString();
  }

  /** As people know it: {@code stripe-payments} is Stripe. */
  private static String name(String provider) {
    String word = provider.split("-", -1)[0];
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
