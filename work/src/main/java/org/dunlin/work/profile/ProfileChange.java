package org.dunlin.work.profile;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.profile.Fault;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a profile that is kept and one that is wanted. The mode is not among it: a
 * switch is a decision of its own.
 *
 * @param before null where the company is new
 */
record ProfileChange(@Nullable KeptProfile before, Profile wanted, Map<ProfileField, Texts> texts) {
  private static final int LONGEST = 200;
  private static final Map<ProfileField, Subject> OF_RECORD =
      Map.of(
          ProfileField.INVOICES_OF_RECORD, Subject.INVOICES,
          ProfileField.CUSTOMERS_OF_RECORD, Subject.CUSTOMERS);

  /** A field as it was and as it will be. */
  record Texts(String before, String after) {
    @Override
    public String toString() {
      return "from “" + brief(before) + "” to “" + brief(after) + "”";
    }

    private static String brief(String text) {
      String line = text.replace("\n", ", ");
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
  }

  /** From what is kept, if anything, to a profile and a logo by its id. */
  static ProfileChange of(@Nullable KeptProfile before, Profile wanted, @Nullable String logo) {
    Map<ProfileField, String> old = before == null ? Profile.defaults() : before.texts();
    Map<ProfileField, Texts> texts = new EnumMap<>(ProfileField.class);
    wanted
        .texts(logo)
        .forEach(
            (field, after) -> {
              String text = old.getOrDefault(field, "");
              if (field != ProfileField.MODE && !text.equals(after)) {
                texts.put(field, new Texts(text, after));
              }
            });
    return new ProfileChange(before, wanted, texts);
  }

  boolean isEmpty() {
    return before != null && texts.isEmpty();
  }

  /**
   * Refuses accounts of other companies.
   *
   * @param leaving companies of which it is known that they give up what they do not say
   */
  void refuseForeignAccounts(Stores stores, Set<String> leaving) {
    for (AccountId account : addedAccounts()) {
      Optional<String> owner =
          stores
              .companies()
              .otherOwner(wanted.company().id(), account.key())
              .filter(other -> !leaving.contains(other));
      if (owner.isPresent()) {
        throw new WrongProfile(ProfileField.ACCOUNTS, Fault.ACCOUNT_OF_ANOTHER, account.key());
      }
    }
  }

  /**
   * Refuses all new accounts where the author acts for one company alone: statements that others
   * receive go to whoever has the account.
   */
  void refuseAccountsOf(Author by) {
    Optional<AccountId> added = addedAccounts().stream().findFirst();
    if (by.forOneCompany() && added.isPresent()) {
      throw new WrongProfile(ProfileField.ACCOUNTS, Fault.ACCOUNT_ADDED_FOR_ONE, added.get().key());
    }
  }

  /**
   * Refuses to name a connection that the company has not got.
   *
   * @param coming connections that it is about to get
   */
  void refuseUnknownConnections(Stores stores, Set<String> coming) {
    for (ProfileField field : OF_RECORD.keySet()) {
      String named = texts.containsKey(field) ? texts.get(field).after() : "";
      if (!named.isEmpty()
          && !coming.contains(named)
          && stores.connections().find(wanted.company().id(), named).isEmpty()) {
        throw new WrongProfile(field, Fault.NOT_A_CONNECTION, named);
      }
    }
  }

  private Set<AccountId> addedAccounts() {
    Set<AccountId> added = new HashSet<>(wanted.company().accounts());
    if (before != null) {
      before.kept().company().accounts().forEach(added::remove);
    }
    return added;
  }

  /** Writes all of it but the logo, and journals it; in the transaction of the caller. */
  void write(Stores stores, CompanyProfile profile, String by) {
    stores.companies().put(profile);
    if (texts.containsKey(ProfileField.COLOR)) {
      stores.brands().putColor(profile.id(), wanted.color());
    }
    OF_RECORD.forEach(
        (field, subject) -> {
          Texts named = texts.get(field);
          if (named != null) {
            String connection = named.after().isEmpty() ? null : named.after();
            stores.ofRecord().name(profile.id(), subject, connection, by);
          }
        });
    stores.companies().addWorkDue(profile.id(), WorkDue.MATCH);
    stores
        .journal()
        .append(
            profile.id(),
            new Happening(
                stores.companies().businessDate(profile),
                by,
                "company",
                profile.id(),
                before == null ? "COMPANY_ADDED" : "COMPANY_CHANGED",
                before == null ? "It starts in mode " + profile.mode() + "." : sentence(),
                before == null ? null : before.profile().company(),
                wanted.company(),
                null));
  }

  private String sentence() {
    List<String> changes =
        texts.entrySet().stream().map(each -> each.getKey().key() + " " + each.getValue()).toList();
    return changes.stream().collect(Collectors.joining("; ", "Changed: ", "."));
  }
}
