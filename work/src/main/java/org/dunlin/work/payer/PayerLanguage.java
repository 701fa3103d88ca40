package org.dunlin.work.payer;

import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/** In which language a customer is addressed: the one it asked for, else as messages are. */
public final class PayerLanguage {
  private PayerLanguage() {}

  /** The customer's language. */
  public static Language of(Stores stores, CompanyProfile profile, UUID customerId) {
    Optional<Language> chosen =
        stores.payer().languages().of(profile.id(), customerId).flatMap(Language::named);
    return chosen.orElseGet(
        () ->
            stores
                .customers()
                .find(profile.id(), customerId)
                .map(customer -> Language.of(customer, profile.company()))
                .orElseGet(() -> Language.of(profile.company())));
  }
}
