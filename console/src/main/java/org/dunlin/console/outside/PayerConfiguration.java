package org.dunlin.console.outside;

import gg.jte.TemplateEngine;
import java.time.Clock;
import org.dunlin.store.Stores;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of payers, for a hub that the world outside reaches. */
@Configuration(proxyBeanMethods = false)
public class PayerConfiguration {
  @Bean
  static PayerDesk payerDesk(
      Stores stores,
      PaymentLinks links,
      Checkouts checkouts,
      TemplateEngine templates,
      Clock clock) {
    PayerLimits limits = new PayerLimits(PayerLimits.Rates.USUAL);
    return new PayerDesk(stores, links, checkouts, templates, clock, limits);
  }
}
