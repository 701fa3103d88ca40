package org.dunlin.console.outside;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.pay.Visit;
import org.dunlin.work.payer.PayerLanguage;
import org.jspecify.annotations.Nullable;

/** Makes what the pages of payers have in common. */
final class PayerFrames {
  private final Stores stores;
  private final Clock clock;

  PayerFrames(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** For somebody whose link is none: nothing says whose it might be. */
  PayerFrame nobody(HttpServletRequest request) {
    Language asked = asked(request);
    Language language = asked != null ? asked : ofBrowser(request);
    return new PayerFrame(
        new Words(language, ZoneOffset.UTC, clock.instant()),
        null,
        "",
        null,
        asked,
        PayerStyle.plain(),
        null,
        false,
        null);
  }

  PayerFrame of(HttpServletRequest request, PayerPath path, Visit.Open visit) {
    CompanyProfile profile = visit.profile();
    UUID customer = stores.customerLinks().leader(profile.id(), visit.customerId());
    return of(request, path, profile, PayerLanguage.of(stores, profile, customer));
  }

  /** Of an expired link the language of the company is said, and nothing of the customer. */
  PayerFrame of(HttpServletRequest request, PayerPath path, Visit.Expired visit) {
    return of(request, path, visit.profile(), ofBrowser(request));
  }

  private PayerFrame of(
      HttpServletRequest request, PayerPath path, CompanyProfile profile, Language usual) {
    Language asked = asked(request);
    Brand brand = stores.brands().of(profile.id());
    PayerPath.Act act = path.act();
    return new PayerFrame(
        new Words(asked != null ? asked : usual, profile.company().timeZone(), clock.instant()),
        path.token(),
        act == null ? "" : path.rest().isEmpty() ? "../" : "../../",
        act == null ? null : act.word(),
        asked,
        PayerStyle.of(brand.color()),
        profile.company().name(),
        brand.logo() != null,
        profile.replyTo());
  }

  /** What the address names, whoever sent it: in a form the field of the same name. */
  private static @Nullable Language asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? null
        : Arrays.stream(query.split("&", -1))
            .filter(part -> part.startsWith("lang="))
            .findFirst()
            .flatMap(part -> Language.named(part.substring("lang=".length())))
            .orElse(null);
  }

  private static Language ofBrowser(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .map(locale -> Language.named(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.EN);
  }
}
