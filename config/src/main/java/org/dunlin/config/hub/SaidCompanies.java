package org.dunlin.config.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.Rule;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.profile.SaidCompany.Said;
import org.dunlin.work.profile.WrongConnection;
import org.dunlin.work.rollout.NotReady;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/** The companies of the settings, each word with its place. */
final class SaidCompanies {
  private static final String UNKNOWN = "the settings";

  private final List<CompanySettings> companies;
  private final Places places;

  SaidCompanies(List<CompanySettings> companies, ConfigurableEnvironment environment) {
    this.companies = companies;
    this.places = new Places(environment);
  }

  /**
   * Applies them.
   *
   * @throws WrongSettings with all that is wrong with a company, and where; or with what is open of
   *     one that would go live
   */
  void apply(ApplySettings settings) {
    checkTogether();
    List<SaidCompany> said = new ArrayList<>();
    for (int i = 0; i < companies.size(); i++) {
      said.add(said(i, companies.get(i)));
    }
    try {
      settings.apply(said);
    } catch (ApplySettings.Refused refused) {
      throw wrong(refused);
    } catch (NotReady notReady) {
      throw new WrongSettings(
          notReady.getMessage()
              + " Until then say another mode in the settings, or say in go-live-anyway why it goes"
              + " live all the same.");
    } catch (ApplySettings.RefusedRule wrong) {
      throw new WrongSettings(String.valueOf(wrong.getMessage()));
    } catch (WrongConnection wrong) {
      throw new WrongSettings("A folder of the settings: " + wrong.getMessage());
    }
  }

  private static WrongSettings wrong(ApplySettings.Refused refused) {
    SaidCompany company = refused.company();
    return new WrongSettings(
        refused.reason().errors().stream()
            .map(error -> "  " + where(company, error) + ": " + error.sentence())
            .collect(
                Collectors.joining(
                    System.lineSeparator(),
                    "Company "
                        + company.id()
                        + " of the settings cannot be used:"
                        + System.lineSeparator(),
                    "")));
  }

  private static String where(SaidCompany company, ProfileError error) {
    Said said = company.fields().get(error.field());
    return error.field().fileKey() + (said == null ? "" : " (" + said.place() + ")");
  }

  private SaidCompany said(int index, CompanySettings company) {
    String prefix = "dunlin.companies[" + index + "].";
    Map<ProfileField, Said> fields = new EnumMap<>(ProfileField.class);
    company.said().forEach((field, text) -> fields.put(field, said(prefix, company, field, text)));
    Map<String, Said> folders = new LinkedHashMap<>();
    company
        .folders()
        .forEach(
            (id, path) ->
                folders.put(
                    id, new Said(path, place(prefix + "folders", "." + id, "[" + id + "]"))));
    return new SaidCompany(
        company.id(),
        fields,
        logo(company),
        rules(prefix, company),
        folders,
        company.connections().keySet(),
        company.businessDate(),
        company.goLiveAnyway());
  }

  private Map<Rule, Said> rules(String prefix, CompanySettings company) {
    Map<Rule, Said> rules = new EnumMap<>(Rule.class);
    company
        .paying()
        .forEach(
            (key, text) -> {
              String place = place(prefix + "paying", "." + key, "[" + key + "]");
              Rule rule =
                  Rule.ofFileKey(key)
                      .orElseThrow(
                          () ->
                              new WrongSettings(
                                  "Company %s of the settings: paying (%s) has no %s, but %s."
                                      .formatted(
                                          company.id(),
                                          place,
                                          key,
                                          Stream.of(Rule.values())
                                              .map(Rule::fileKey)
                                              .collect(Collectors.joining(", ")))));
              rules.put(rule, new Said(text, place));
            });
    return rules;
  }

  private Said said(String prefix, CompanySettings company, ProfileField field, String text) {
    String name = prefix + field.fileKey();
    String place =
        switch (field) {
          case ACCOUNTS -> {
            String key = company.ibans() == null ? prefix + "accounts" : name;
            yield place(key, "[0]");
          }
          case TOLERANCE ->
              place(
                  name,
                  text.lines()
                      .map(line -> "." + line.split(" ", 2)[0].toLowerCase(Locale.ROOT))
                      .toArray(String[]::new));
          default -> place(name);
        };
    return new Said(text, place);
  }

  private String place(String name, String... within) {
    return places.find(name, within).map(Places.Found::place).orElse(UNKNOWN);
  }

  private static @Nullable Logo logo(CompanySettings company) {
    Path file = company.logo();
    if (file == null || file.toString().isBlank()) {
      return null;
    }
    try (InputStream content = Files.newInputStream(file)) {
      return Logo.of(content.readNBytes(Logo.LARGEST + 1));
    } catch (IOException e) {
      throw new WrongSettings(
          "Company " + company.id() + " of the settings: the logo " + file + " cannot be read.");
    } catch (IllegalArgumentException e) {
      throw new WrongSettings(
          "Company "
              + company.id()
              + " of the settings: logo "
              + file
              + ": "
              + e.getMessage()
              + ".");
    }
  }

  /** Refuses what is wrong only beside each other: an id, an account or a folder of two. */
  private void checkTogether() {
    Set<String> ids = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (CompanySettings company : companies) {
      if (!ids.add(company.id())) {
        throw new WrongSettings("Two companies of the settings have the id " + company.id() + ".");
      }
      company
          .said()
          .getOrDefault(ProfileField.ACCOUNTS, "")
          .lines()
          .map(account -> "account " + account.replace(" ", ""))
          .distinct()
          .forEach(account -> own(owners, account, company.id()));
      company
          .folders()
          .forEach(
              (connection, path) ->
                  own(
                      owners,
                      "folder " + Path.of(path).toAbsolutePath().normalize(),
                      company.id() + "/" + connection));
      for (String connection : company.connections().keySet()) {
        if (company.folders().containsKey(connection)) {
          throw new WrongSettings(
              "Company "
                  + company.id()
                  + " of the settings has "
                  + connection
                  + " among its folders and among its connections; give each a name of its own.");
        }
      }
    }
  }

  private static void own(Map<String, String> owners, String what, String owner) {
    String other = owners.put(what, owner);
    if (other != null) {
      throw new WrongSettings(
          "The " + what + " is that of " + other + " and of " + owner + "; give each its own.");
    }
  }
}
