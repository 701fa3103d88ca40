package org.dunlin.core.dunning;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public holidays of a country or of one of its regions: {@code NL}, {@code DE-BY}, {@code
 * GB-SCT}. What is only observed, such as Good Friday in the Netherlands, is no holiday; what banks
 * keep is one. Source: the calendars of the library Jollyday.
 */
final class HolidayCalendar {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})*");
  private static final Map<String, Optional<HolidayCalendar>> KNOWN = new ConcurrentHashMap<>();

  private final HolidayManager manager;
  private final String[] regions;
  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  private HolidayCalendar(HolidayManager manager, String[] regions) {
    this.manager = manager;
    this.regions = regions;
  }

  /** The calendar of a code that is known. */
  static HolidayCalendar of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no calendar has the code " + code));
  }

  static boolean isKnown(String code) {
    return find(code).isPresent();
  }

  boolean isHoliday(LocalDate day) {
    return years.computeIfAbsent(day.getYear(), this::holidays).contains(day);
  }

  private Set<LocalDate> holidays(int year) {
    return manager.getHolidays(Year.of(year), regions).stream()
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<HolidayCalendar> find(String code) {
    return CODE.matcher(code).matches()
        ? KNOWN.computeIfAbsent(code, HolidayCalendar::load)
        : Optional.empty();
  }

  private static Optional<HolidayCalendar> load(String code) {
    String[] parts = code.toLowerCase(Locale.ROOT).split("-", -1);
    // The law says United Kingdom; its code in ISO 3166 is GB.
    String country = parts[0].equals("uk") ? "gb" : parts[0];
    String listed = country.toUpperCase(Locale.ROOT);
    if (!HolidayManager.getSupportedCalendarCodes().contains(listed)) {
      return Optional.empty();
    }
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
    String[] regions = Arrays.copyOfRange(parts, 1, parts.length);
    CalendarHierarchy place = manager.getCalendarHierarchy();
    for (String region : regions) {
      place = place.getChildren().get(region);
      if (place == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new HolidayCalendar(manager, regions));
  }
}
