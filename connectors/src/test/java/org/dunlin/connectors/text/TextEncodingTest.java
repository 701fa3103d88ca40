package org.dunlin.connectors.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The encoding of a file is decided by what stands in it. */
class TextEncodingTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
  private static final Charset DOS = Charset.forName("IBM850");

  private static final List<String> WORDS =
      List.of(
          "Überweisung für Müller & Söhne, Straße 5",
          "Règlement facture n° 12 à l'été, garçon",
          "Bäckerei Jürgen Weiß, Größe ÄÖÜ",
          "Señor Núñez, pagó mañana",
          "Færøyvik Øl AS, Ålesund",
          "Café Crème, hôtel de l'Île");

  static Stream<Arguments> wordsInEachEncoding() {
    return WORDS.stream()
        .flatMap(
            words ->
                Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, DOS)
                    .map(encoding -> Arguments.of(words, encoding)));
  }

  @ParameterizedTest
  @MethodSource("wordsInEachEncoding")
  void theWordsOfEuropesBanksAreReadInWhicheverEncodingTheyAre(String words, Charset encoding) {
    Read read = read(words.getBytes(encoding));

    assertThat(read.lines()).containsExactly(words);
    assertThat(read.encoding()).isEqualTo(encoding);
  }

  @Test
  void aFileWithoutAnythingBeyondAsciiIsAscii() {
    assertThat(read(bytes(StandardCharsets.US_ASCII, "only this")).encoding())
        .isEqualTo(StandardCharsets.US_ASCII);
  }

  @Test
  void aMarkAtTheBeginningIsTakenOffAndTakenForWhatItSays() {
    Read read = read(bytes(StandardCharsets.UTF_8, "\ufeffonly this"));

    assertThat(read.lines()).containsExactly("only this");
    assertThat(read.encoding()).isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource
  void utf16IsReadWhereItsMarkSaysSo(Charset order) {
    String text = "\ufeffMüller\r\nзавод\n\ud83d\ude00 zł".repeat(5_000);
    Read read = read(text.getBytes(order));

    assertThat(String.join("\n", read.lines())).isEqualTo(text.substring(1).replace("\r\n", "\n"));
    assertThat(read.encoding()).isEqualTo(StandardCharsets.UTF_16);
  }

  static Stream<Charset> utf16IsReadWhereItsMarkSaysSo() {
    return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  @Test
  void windowsIsToldFromIsoByItsQuotesDashesAndEuro() {
    for (String words : List.of("Prix : 5 €", "l’été – fin", "„so“ sagte er", "Boulanger Œuvre")) {
      Read read = read(words.getBytes(WINDOWS));

      assertThat(read.lines()).as(words).containsExactly(words);
      assertThat(read.encoding()).as(words).isEqualTo(WINDOWS);
    }
  }

  @Test
  void iso885915IsToldByItsEuroAndByItsLetters() {
    for (String words : List.of("Prix : 5 €", "Cœur", "Šiška, Žalec", "sœur à Nîmes")) {
      Read read = read(words.getBytes(LATIN_9));

      assertThat(read.lines()).as(words).containsExactly(words);
      assertThat(read.encoding()).as(words).isEqualTo(LATIN_9);
    }
  }

  @Test
  void whatComesLaterInTheSamePieceTellsOfWhatComesBefore() {
    Read read = read(bytes(DOS, "Stra\u00dfe 5", "f\u00fcr M\u00fcller"));

    assertThat(read.lines()).containsExactly("Stra\u00dfe 5", "f\u00fcr M\u00fcller");
  }

  @Test
  void aLineOfAnotherEncodingIsReadAsWhatItIsAndTheFileIsWhatMostLinesAre() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(bytes(StandardCharsets.UTF_8, "für dich", "für mich", ""));
    file.write(bytes(StandardCharsets.ISO_8859_1, "für uns"));
    Read read = read(file.toByteArray());

    assertThat(read.lines()).containsExactly("für dich", "für mich", "für uns");
    assertThat(read.encoding()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void theHeadOfAFileIsReadAlikeForWhoRecognisesFormats() {
    assertThat(TextEncoding.head("\ufeff:20:Müller".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(":20:Müller");
    assertThat(TextEncoding.head(":20:Müller".getBytes(DOS))).isEqualTo(":20:Müller");
    assertThat(TextEncoding.head(new byte[0])).isEmpty();
  }

  private record Read(List<String> lines, Charset encoding) {}

  private static Read read(byte[] file) {
    try {
      TextLines lines = new TextLines(new ByteArrayInputStream(file), 1_000);
      List<String> all = new ArrayList<>();
      for (String line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
      return new Read(all, lines.encoding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Charset encoding, String... lines) {
    return String.join("\n", lines).getBytes(encoding);
  }
}
