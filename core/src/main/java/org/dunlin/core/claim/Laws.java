package org.dunlin.core.claim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The laws that come with the hub. */
final class Laws {
  private static final String RESOURCE = "laws.yaml";
  private static final List<Law> CARRIED = read();

  private Laws() {}

  /** The law for debts of a kind that became late on a day. */
  static Optional<Law> of(String country, Debtor debtor, LocalDate lateFrom) {
    return CARRIED.stream()
        .filter(law -> law.countries().contains(country) && law.debtor() == debtor)
        .filter(law -> !law.validFrom().isAfter(lateFrom))
        .max(Comparator.comparing(Law::validFrom));
  }

  static List<Law> all() {
    return CARRIED;
  }

  static Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    CARRIED.forEach(law -> countries.addAll(law.countries()));
    return countries;
  }

  private static List<Law> read() {
    YAMLMapper mapper =
        YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Day()))
            .build();
    try (InputStream stream = Laws.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + RESOURCE);
      }
      return List.copyOf(mapper.readValue(stream, LawFile.class).laws());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record LawFile(List<Law> laws) {}

  private static final class Day extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1;

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }
}
