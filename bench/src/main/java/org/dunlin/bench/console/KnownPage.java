package org.dunlin.bench.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code pages.txt}: a page that there is, and how it is opened or why not.
 *
 * @param page as its handler says it, such as {@code /customers/{id}}
 * @param address with the names of records in braces; absent where it is not opened
 * @param reason why it is not opened; absent where it is
 */
record KnownPage(String page, @Nullable String address, @Nullable String reason) {
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(?:- (because .+)|(\\S+))");
  private static final Pattern RECORD = Pattern.compile("\\{([a-z]+)}");

  /** All lines, in their order. */
  static List<KnownPage> all() {
    try (InputStream file =
        Objects.requireNonNull(KnownPage.class.getResourceAsStream("pages.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KnownPage::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownPage of(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("pages.txt has a line of another form: " + line);
    }
    return new KnownPage(parts.group(1), parts.group(3), parts.group(2));
  }

  /** The addresses that are opened, with these records in their places. */
  static Stream<String> addresses(Map<String, String> records) {
    return all().stream()
        .flatMap(line -> Stream.ofNullable(line.address()))
        .map(address -> filled(address, records));
  }

  private static String filled(String address, Map<String, String> records) {
    return RECORD
        .matcher(address)
        .replaceAll(
            name -> {
              String record = records.get(name.group(1));
              if (record == null) {
                throw new IllegalStateException("the ledger has no " + name.group(1));
              }
              return Matcher.quoteReplacement(record);
            });
  }
}
