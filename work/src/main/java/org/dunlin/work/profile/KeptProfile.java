package org.dunlin.work.profile;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Company;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.Digests;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.ledger.OfRecord.Subject;

/**
 * A company's profile as it is kept.
 *
 * @param ofRecord the connections that people named as leading
 * @param origins who said what, by the names of {@link #name} and {@link #connection}
 */
public record KeptProfile(
    CompanyProfile kept,
    Brand brand,
    Profile.OfRecord ofRecord,
    Map<String, SettingOrigin> origins) {
  /** The profile of a company; empty where there is no such company. */
  public static Optional<KeptProfile> find(Stores stores, String companyId) {
    return stores
        .companies()
        .find(companyId)
        .map(
            kept ->
                new KeptProfile(
                    kept,
                    stores.brands().of(companyId),
                    new Profile.OfRecord(
                        stores.ofRecord().named(companyId, Subject.INVOICES).orElse(null),
                        stores.ofRecord().named(companyId, Subject.CUSTOMERS).orElse(null)),
                    stores.origins().of(companyId)));
  }

  /** The name under which the origin of a field is kept. */
  static String name(ProfileField field) {
    return field.key();
  }

  /** The name under which the origin of a connection is kept. */
  static String connection(String connectionId) {
    return "connection/" + connectionId;
  }

  /** What people say of the company, with the mode that it is in. */
  public Profile profile() {
    Company c = kept.company();
    Company now =
        new Company(
            c.id(),
            c.name(),
            c.country(),
            c.timeZone(),
            c.language(),
            c.currency(),
            c.accounts(),
            c.creditorIdentifier(),
            c.vatRecoverable(),
            c.paymentTermDays(),
            c.tolerance(),
            c.autoThreshold(),
            kept.mode());
    return new Profile(
        now, ofRecord, kept.replyTo(), kept.testMailbox(), brand.color().orElse(null));
  }

  /** Every field as text. */
  public Map<ProfileField, String> texts() {
    return profile().texts(brand.logo() == null ? null : brand.logo().id());
  }

  /** Names what the profile says now: the same as long as nothing is changed. */
  public String version() {
    byte[] all = texts().toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256().digest(all), 0, 16);
  }

  /** Who said a field; empty where it has its default. */
  public Optional<SettingOrigin> origin(ProfileField field) {
    return Optional.ofNullable(origins.get(name(field)));
  }

  /** Who said a connection. */
  public Optional<SettingOrigin> originOfConnection(String connectionId) {
    return Optional.ofNullable(origins.get(connection(connectionId)));
  }

  /**
   * Where the settings file says this field, so that it is changed there and nowhere else. A
   * company can be switched on and off by people at any time, whatever the file says of its mode.
   */
  public Optional<String> placeInFile(ProfileField field) {
    return field == ProfileField.MODE
        ? Optional.empty()
        : origin(field).flatMap(KeptProfile::placeInFile);
  }

  static Optional<String> placeInFile(SettingOrigin origin) {
    return origin.kind() == SettingOrigin.Kind.FILE
        ? Optional.ofNullable(origin.place())
        : Optional.empty();
  }
}
