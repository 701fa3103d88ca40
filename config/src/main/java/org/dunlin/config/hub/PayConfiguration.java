package org.dunlin.config.hub;

import org.dunlin.store.Stores;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How customers pay. */
@Configuration(proxyBeanMethods = false)
class PayConfiguration {
  @Bean
  static PaymentLinks paymentLinks(Stores stores, ObjectProvider<PayAddress> address) {
    return new PaymentLinks(stores, address.getIfAvailable(() -> PayAddress.NONE));
  }

  @Bean
  static Checkouts checkouts(
      Stores stores, Links links, AskProgram askProgram, StandIns standIns) {
    return new Checkouts(stores, new AtProvider(stores, links, askProgram, standIns));
  }
}
