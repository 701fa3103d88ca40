package org.dunlin.console;

import java.util.Map;
import java.util.UUID;
import org.dunlin.console.login.Passwords;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.jspecify.annotations.Nullable;

/** People of the shared hub with other roles than its first administrator. */
record Somebody(String name) {
  private static final String HASH = Passwords.encoder().encode(Hub.PASSWORD);

  static Somebody in(String company, Role role) {
    return with(null, Map.of(company, role));
  }

  static Somebody with(@Nullable Role everywhere, Map<String, Role> companies) {
    Stores stores = Hub.SHARED.stores();
    String name = "p-" + UUID.randomUUID();
    stores.people().add(name, HASH, everywhere);
    companies.forEach((company, role) -> stores.people().role(name, company, role));
    return new Somebody(name);
  }

  Browser signedIn() {
    Browser browser = Browser.stranger();
    browser.signIn(name, Hub.PASSWORD);
    return browser;
  }

  Caller caller() {
    return Caller.person(name, Hub.PASSWORD);
  }
}
