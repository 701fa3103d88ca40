package org.dunlin.work.link;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.connectors.program.Value;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.ShortText;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.LinkedProgram;
import org.jspecify.annotations.Nullable;

/** Puts together what a connection to a program is. */
public final class Links {
  /** The secret under which notices are verified that the program itself gave. */
  public static final String HOOK_SECRET = "hook.secret";

  /** The address to which the program sends notices; its last part is a secret. */
  public static final String HOOK_URL = "hook.url";

  private final Stores stores;
  private final Programs programs;
  private final Clock clock;

  /** Over these stores, with the programs that the hub knows. */
  public Links(Stores stores, Programs programs, Clock clock) {
    this.stores = stores;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * The connection and its program.
   *
   * @throws Unlinked when there is no such connection, or the hub does not know its program
   */
  public Link open(String companyId, String connectionId) {
    Connection connection =
        stores
            .connections()
            .find(companyId, connectionId)
            .orElseThrow(() -> new Unlinked("There is no connection " + connectionId + "."));
    LinkedProgram linked =
        stores
            .programs()
            .linked()
            .find(companyId, connectionId)
            .orElseThrow(
                () -> new Unlinked("The connection " + connectionId + " leads to no program."));
    Program program = program(connection.program()).of(connection.settings());
    CompanyProfile profile = stores.companies().profile(companyId);
    Map<String, String> secrets = stores.programs().secrets().of(companyId, connectionId);
    return new Link(
        profile,
        connection,
        linked,
        program,
        facts(profile, program.manifest(), connection.settings(), secrets),
        Occasion.CONNECTION);
  }

  /**
   * A program to which a connection is to be added.
   *
   * @throws Unlinked when the hub does not know it
   */
  public Program known(String name) {
    return programs
        .program(name)
        .orElseThrow(
            () ->
                new Unlinked(
                    "The hub knows no program "
                        + ShortText.of(name)
                        + "; choose one that it offers, or put its folder into the hub's directory"
                        + " of programs."));
  }

  /**
   * A program to which a connection leads.
   *
   * @throws Unlinked when the hub does not know it
   */
  public Program program(String name) {
    return programs
        .program(name)
        .orElseThrow(
            () ->
                new Unlinked(
                    "The hub does not know the program "
                        + name
                        + " any more, or its folder is broken; bring its folder back, or mend"
                        + " it."));
  }

  /** What requests and mappings may know of settings, secrets and the company. */
  public Facts facts(
      CompanyProfile profile,
      Manifest manifest,
      Map<String, String> settings,
      Map<String, String> secrets) {
    Facts facts = company(profile);
    for (Setting setting : manifest.settings()) {
      String name = "settings." + setting.name();
      String given = setting.secret() ? secrets.get(setting.name()) : settings.get(setting.name());
      String text = given == null || given.isBlank() ? setting.initial() : given;
      if (text != null) {
        facts =
            setting.secret()
                ? facts.withSecret(name, text)
                : facts.with(name, value(setting.type(), text));
      }
    }
    facts = withSecret(facts, HOOK_SECRET, secrets.get(HOOK_SECRET));
    return withSecret(facts, HOOK_URL, secrets.get(HOOK_URL));
  }

  private static Facts withSecret(Facts facts, String name, @Nullable String secret) {
    return secret == null ? facts : facts.withSecret(name, secret);
  }

  private Facts company(CompanyProfile profile) {
    Company company = profile.company();
    LocalDate today = stores.companies().businessDate(profile);
    Facts facts =
        Facts.NONE
            .with("company.id", company.id())
            .with("company.name", company.name())
            .with("company.country", company.country())
            .with("company.currency", company.currency().getCode())
            .with("company.timeZone", company.timeZone().getId())
            .with("today", Value.of(today))
            .with("now", Value.of(clock.instant()));
    return company.language() == null ? facts : facts.with("company.language", company.language());
  }

  private static Value value(SettingType type, String text) {
    return switch (type) {
      case NUMBER -> new Value.Number(new BigDecimal(text.strip()));
      case FLAG -> new Value.Flag(Boolean.parseBoolean(text.strip()));
      case TEXT, SECRET, URL, CHOICE -> Value.of(text);
    };
  }
}
