package org.dunlin.work.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.ClearingAccounts;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.Value;
import org.dunlin.core.port.Refused;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment at a provider, or its fee, is booked in an accounting program: on the provider's
 * clearing account, in place of the one of the bank.
 *
 * @param setting in whose place it stands; absent where nothing is changed
 */
record Clearing(@Nullable String setting, @Nullable Value account) {
  private static final Clearing NONE = new Clearing(null, null);

  /**
   * That of a write-back.
   *
   * @param object what it is about
   * @throws Refused where the connection names no account for the provider: its money is not on the
   *     bank's
   */
  static Clearing of(Stores stores, Links links, Link link, ObjectNode object) throws Refused {
    Capability told =
        Capability.of("push." + object.path("effect").path("kind").asText()).orElseThrow();
    String setting = link.manifest().effect(told).map(Effect::account).orElse(null);
    String about = told == Capability.PUSH_FEE ? "fee" : "payment";
    String scheme = object.path(about).path("accountScheme").asText();
    String said = link.connection().settings().getOrDefault(ClearingAccounts.SETTING.name(), "");
    if (setting == null || scheme.isEmpty()) {
      return NONE;
    }
    List<String> names = names(stores, links, link.companyId(), scheme);
    if (names.isEmpty() && told != Capability.PUSH_FEE) {
      return NONE;
    }
    if (names.isEmpty()) {
      names.add(
          scheme); // the provider is connected no more, and what it kept is to be booked still
    }
    String account =
        ClearingAccounts.of(said, names)
            .orElseThrow(
                () ->
                    refused(
                        "The connection says no account for payments at "
                            + scheme
                            + "; add it to its accounts for payment providers."));
    if (told == Capability.PUSH_FEE) {
      ((ObjectNode) object.path("fee")).put("account", feeAccount(link, names, scheme));
    }
    Setting asked = link.manifest().setting(setting).orElseThrow();
    Optional<String> wrong = asked.refusal(account);
    if (wrong.isPresent()) {
      throw refused(
          "The account for payments at "
              + scheme
              + " does not fit "
              + asked.label()
              + ": "
              + wrong.get());
    }
    return new Clearing(setting, asked.value(account));
  }

  /** To which the fee itself is booked, as the connection says it now. */
  private static String feeAccount(Link link, List<String> names, String scheme) throws Refused {
    String said = link.connection().settings().getOrDefault(ClearingAccounts.FEES.name(), "");
    return ClearingAccounts.of(said, names)
        .orElseThrow(
            () ->
                refused(
                    "The connection says no account for the fees of "
                        + scheme
                        + "; add it to its accounts for providers' fees."));
  }

  /** By what an admin may name the provider; nothing where the account is at none. */
  private static List<String> names(Stores stores, Links links, String companyId, String scheme) {
    List<String> names = new ArrayList<>();
    for (Connection connection : stores.connections().of(companyId)) {
      if (connection.program().equals(scheme) && takesPayments(links, scheme)) {
        names.add(connection.id());
      }
    }
    if (!names.isEmpty()) {
      names.add(scheme);
    }
    return names;
  }

  private static boolean takesPayments(Links links, String program) {
    try {
      return links.program(program).manifest().pay() != null;
    } catch (Unlinked e) {
      return false;
    }
  }

  /** What requests know then. */
  Facts in(Facts facts) {
    return setting == null || account == null ? facts : facts.with("settings." + setting, account);
  }

  /** The settings that mappings see then. */
  ObjectNode in(ObjectNode settings) {
    if (setting != null && account != null) {
      settings.put(setting, account.plain());
    }
    return settings;
  }

  private static Refused refused(String sentence) {
    return new Refused(sentence, false, new IllegalStateException(sentence));
  }
}
