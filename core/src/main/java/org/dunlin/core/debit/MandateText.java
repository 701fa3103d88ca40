package org.dunlin.core.debit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.MandateScheme;

/**
 * The words that a customer agrees to: those of the European Payments Council (EPC392-08 and
 * EPC393-08, translations of the mandate), with the creditor's name in its place.
 *
 * @param heading what it is called
 * @param text the authorisation, as one paragraph
 */
public record MandateText(String heading, String text) {
  /** The version of the words, kept with each signature. */
  public static final String VERSION = "EPC392-08/EPC393-08, 2026-1";

  private static final Map<Language, Properties> WORDS =
      Stream.of(Language.values())
          .collect(Collectors.toMap(Function.identity(), MandateText::read));

  /**
   * The words of a scheme.
   *
   * @param creditor the name of who collects
   */
  public static MandateText of(MandateScheme scheme, Language language, String creditor) {
    Properties words = Objects.requireNonNull(WORDS.get(language));
    return new MandateText(
        words.getProperty("heading." + scheme),
        words.getProperty("text." + scheme).replace("{creditor}", creditor));
  }

  private static Properties read(Language language) {
    String name = "mandate_" + language.code() + ".properties";
    Properties words = new Properties();
    try (InputStream stream = MandateText.class.getResourceAsStream(name)) {
      words.load(
          new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
