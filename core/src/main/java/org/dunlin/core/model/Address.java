package org.dunlin.core.model;

import org.jspecify.annotations.Nullable;

/** A postal address as the source gives it; country is ISO 3166 alpha-2. */
public record Address(
    @Nullable String street,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String country) {

  /** Whether a letter can get there: it says at least a street or post box, and a city. */
  public boolean takesLetters() {
    return street != null && !street.isBlank() && city != null && !city.isBlank();
  }
}
