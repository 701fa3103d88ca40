package org.dunlin.console.page;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dunlin.console.page.FormField.Option;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.work.profile.KeptProfile;
import org.jspecify.annotations.Nullable;

/** The form of a profile: what stands in each field, who said it, and what is wrong with it. */
final class ProfileForm {
  private static final List<ProfileField> WHO =
      List.of(
          ProfileField.NAME,
          ProfileField.COUNTRY,
          ProfileField.TIME_ZONE,
          ProfileField.LANGUAGE,
          ProfileField.CURRENCY);
  private static final List<ProfileField> MONEY =
      List.of(
          ProfileField.ACCOUNTS,
          ProfileField.CREDITOR_IDENTIFIER,
          ProfileField.VAT_RECOVERABLE,
          ProfileField.PAYMENT_TERM_DAYS,
          ProfileField.TOLERANCE,
          ProfileField.AUTO_THRESHOLD);
  private static final List<ProfileField> RECORDS =
      List.of(ProfileField.INVOICES_OF_RECORD, ProfileField.CUSTOMERS_OF_RECORD);
  private static final List<ProfileField> MESSAGES =
      List.of(ProfileField.REPLY_TO, ProfileField.TEST_MAILBOX, ProfileField.COLOR);

  private final Words words;
  private final Map<ProfileField, String> texts;
  private final List<ProfileError> errors;
  private final @Nullable KeptProfile kept;
  private final List<String> connections;

  private ProfileForm(
      Words words,
      Map<ProfileField, String> texts,
      List<ProfileError> errors,
      @Nullable KeptProfile kept,
      List<String> connections) {
    this.words = words;
    this.texts = texts;
    this.errors = errors;
    this.kept = kept;
    this.connections = connections;
  }

  /** Of a company that is there, with these connections. */
  static List<FormGroup> of(
      Words words,
      KeptProfile kept,
      Map<ProfileField, String> texts,
      List<ProfileError> errors,
      List<String> connections) {
    ProfileForm form = new ProfileForm(words, texts, errors, kept, connections);
    return Stream.concat(
            form.groups(WHO).stream(), Stream.of(form.group("profile.records", RECORDS)))
        .toList();
  }

  /** Of one that is to be. */
  static List<FormGroup> ofNew(
      Words words, Map<ProfileField, String> texts, List<ProfileError> errors) {
    List<ProfileField> who = Stream.concat(Stream.of(ProfileField.ID), WHO.stream()).toList();
    return new ProfileForm(words, texts, errors, null, List.of()).groups(who);
  }

  /** What was entered, of the fields that a form has. */
  static Map<ProfileField, String> entered(Map<String, String> parameters) {
    Map<ProfileField, String> entered = new EnumMap<>(ProfileField.class);
    Stream.of(List.of(ProfileField.ID), WHO, MONEY, MESSAGES, RECORDS)
        .flatMap(List::stream)
        .forEach(
            field -> {
              String text = parameters.get(field.key());
              if (text != null) {
                entered.put(field, text);
              }
            });
    return entered;
  }

  private List<FormGroup> groups(List<ProfileField> who) {
    return List.of(
        group("profile.who", who),
        group("profile.money", MONEY),
        group("profile.messages", MESSAGES));
  }

  private FormGroup group(String key, List<ProfileField> fields) {
    return new FormGroup(key, fields.stream().map(this::field).toList());
  }

  private FormField field(ProfileField field) {
    return new FormField(
        field,
        texts.getOrDefault(field, ""),
        options(field),
        kept == null ? null : origin(kept, field),
        kept != null && kept.placeInFile(field).isPresent(),
        errors.stream()
            .filter(error -> error.field() == field)
            .map(this::sentence)
            .reduce((one, two) -> one + " " + two)
            .orElse(null));
  }

  private String origin(KeptProfile profile, ProfileField field) {
    boolean isDefault =
        profile.texts().getOrDefault(field, "").equals(Profile.defaults().get(field));
    return Origins.sentence(words, profile.origin(field), isDefault);
  }

  private String sentence(ProfileError error) {
    return words.say("profile.fault." + error.fault().name(), error.about().toArray());
  }

  private List<Option> options(ProfileField field) {
    return switch (field) {
      case COUNTRY -> countries();
      case LANGUAGE -> languages();
      case VAT_RECOVERABLE ->
          List.of(
              new Option("", words.say("profile.unsaid")),
              new Option("true", words.say("profile.yes")),
              new Option("false", words.say("profile.no")));
      case INVOICES_OF_RECORD -> leading("profile.record.first");
      case CUSTOMERS_OF_RECORD -> leading("profile.record.as-invoices");
      case ID,
          NAME,
          TIME_ZONE,
          CURRENCY,
          ACCOUNTS,
          CREDITOR_IDENTIFIER,
          PAYMENT_TERM_DAYS,
          TOLERANCE,
          AUTO_THRESHOLD,
          REPLY_TO,
          TEST_MAILBOX,
          COLOR,
          LOGO,
          MODE ->
          List.of();
    };
  }

  private List<Option> leading(String whereNone) {
    return Stream.concat(
            Stream.of(new Option("", words.say(whereNone))),
            connections.stream().map(id -> new Option(id, id)))
        .toList();
  }

  private List<Option> countries() {
    Locale reader = words.language().locale();
    Stream<Option> countries =
        Arrays.stream(Locale.getISOCountries())
            .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(reader)))
            .sorted(Comparator.comparing(Option::label, Collator.getInstance(reader)));
    return Stream.concat(Stream.of(new Option("", words.say("profile.choose"))), countries)
        .toList();
  }

  private List<Option> languages() {
    Locale reader = words.language().locale();
    Stream<Option> languages =
        Arrays.stream(Language.values())
            .map(
                language ->
                    new Option(language.code(), language.locale().getDisplayLanguage(reader)));
    return Stream.concat(
            Stream.of(new Option("", words.say("profile.language-of-country"))), languages)
        .toList();
  }
}
