package org.dunlin.core.dunning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The plans that the hub brings along: for each of seven countries one for businesses and one for
 * consumers, as good practice and the law there have it. The comments of each file cite the law.
 */
public final class CarriedPlans {
  private static final List<String> COUNTRIES = List.of("nl", "be", "de", "at", "fr", "uk", "ch");
  private static final List<String> KINDS = List.of("business", "consumer");

  private CarriedPlans() {}

  /** Their ids, by country. */
  public static List<String> ids() {
    return COUNTRIES.stream()
        .flatMap(country -> KINDS.stream().map(kind -> country + "-" + kind))
        .toList();
  }

  /** All of them: who is in none of the countries is in none of the plans. */
  public static List<Plan> all() {
    return ids().stream().map(CarriedPlans::plan).toList();
  }

  /**
   * One plan.
   *
   * @throws IllegalArgumentException when none has the id
   */
  public static Plan plan(String id) {
    byte[] yaml = yaml(id).getBytes(StandardCharsets.UTF_8);
    try {
      return PlanReader.read(new ByteArrayInputStream(yaml), id + ".yaml").getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One plan as it is written, with its comments, for a person to change.
   *
   * @throws IllegalArgumentException when none has the id
   */
  public static String yaml(String id) {
    if (!ids().contains(id)) {
      throw new IllegalArgumentException("no plan with the id " + id + " is brought along");
    }
    try (InputStream stream = CarriedPlans.class.getResourceAsStream("plans/" + id + ".yaml")) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without the plan " + id);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
