package org.dunlin.console.outside;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dunlin.work.payer.NotDone;
import org.dunlin.work.payer.NotDone.Reason;
import org.dunlin.work.payer.Owed;
import org.jspecify.annotations.Nullable;

/** What a payer typed and chose: shown again where it was not taken, and read as values. */
public final class PayerTyped {
  private static final int LONGEST = 5000;
  private static final int MOST_CHOSEN = 200;
  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,12}(?:[.,][0-9]{1,2})?");
  private static final Pattern GROUPED =
      Pattern.compile(
          "[0-9]{1,3}(?:([.,'’ \u00a0\u202f])[0-9]{3})(?:\\1[0-9]{3})*(?:[.,][0-9]{2})?");

  private final Map<String, String> values;
  private final List<UUID> chosen;
  private final boolean sent;

  private PayerTyped(Map<String, String> values, List<UUID> chosen, boolean sent) {
    this.values = values;
    this.chosen = chosen;
    this.sent = sent;
  }

  /** Nothing yet; the chosen invoices stand in the address, if anywhere. */
  static PayerTyped none(HttpServletRequest request) {
    return new PayerTyped(Map.of(), chosen(request), false);
  }

  /** What a form sent. */
  static PayerTyped of(HttpServletRequest request) {
    Map<String, String> values = new HashMap<>();
    for (String name : Collections.list(request.getParameterNames())) {
      String value = request.getParameter(name);
      values.put(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    }
    return new PayerTyped(values, chosen(request), true);
  }

  private static List<UUID> chosen(HttpServletRequest request) {
    String[] named = request.getParameterValues("i");
    List<UUID> chosen = new ArrayList<>();
    if (named != null) {
      Arrays.stream(named).limit(MOST_CHOSEN).forEach(each -> id(each).ifPresent(chosen::add));
    }
    return chosen;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What was typed into a field; empty where nothing was. */
  public String get(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether a field has this value. */
  public boolean is(String field, String value) {
    return get(field).equals(value);
  }

  /** Whether an invoice is chosen: what was sent; before that, what the link is for. */
  public boolean chosen(Owed invoice) {
    return sent || !chosen.isEmpty() ? chosen.contains(invoice.id()) : invoice.linked();
  }

  /** Whether this is the one invoice that a form names. */
  public boolean only(Owed invoice) {
    return chosen.isEmpty() ? invoice.linked() : chosen.getFirst().equals(invoice.id());
  }

  List<UUID> chosen() {
    return chosen;
  }

  /** The chosen invoices; a form in which none is ticked means nothing. */
  List<UUID> chosenNeeded() {
    if (chosen.isEmpty()) {
      throw new NotDone(Reason.NOT_OPEN);
    }
    return chosen;
  }

  /** What was typed, without blanks around it; absent where nothing was. */
  @Nullable String text(String field) {
    String text = get(field).strip();
    return text.isEmpty() ? null : text;
  }

  /** An amount as people of any of the languages write it; absent where nothing was typed. */
  @Nullable BigDecimal amount(String field) {
    String typed = text(field);
    if (typed == null) {
      return null;
    }
    String bare = typed.replaceAll("^[A-Z]{3}[\\s\u00a0]*|^€[\\s\u00a0]*|[\\s\u00a0]*€$", "");
    if (PLAIN.matcher(bare).matches()) {
      return new BigDecimal(bare.replace(',', '.'));
    }
    var grouped = GROUPED.matcher(bare);
    int decimals = bare.length() - 3;
    boolean cents = bare.matches(".*[.,][0-9]{2}");
    if (!grouped.matches() || cents && grouped.group(1).charAt(0) == bare.charAt(decimals)) {
      throw new NotDone(Reason.WRONG_AMOUNT);
    }
    if (!cents && bare.matches("[0-9]{1,3}[.,][0-9]{3}")) {
      throw new NotDone(Reason.WRONG_AMOUNT); // a thousand to one reader, one to another
    }
    String whole = (cents ? bare.substring(0, decimals) : bare).replaceAll("[^0-9]", "");
    return new BigDecimal(cents ? whole + "." + bare.substring(decimals + 1) : whole);
  }

  /** A day as a browser sends it. */
  LocalDate date(String field) {
    try {
      return LocalDate.parse(get(field).strip());
    } catch (DateTimeParseException e) {
      throw new NotDone(Reason.PAST_DAY);
    }
  }

  /** One of a choice. */
  <T extends Enum<T>> T one(Class<T> type, String field) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(get(field)))
        .findFirst()
        .orElseThrow(() -> new NotDone(Reason.OLD_FORM));
  }

  int number(String field) {
    String typed = get(field).strip();
    if (!typed.matches("[0-9]{1,4}")) {
      throw new NotDone(Reason.TOO_MANY);
    }
    return Integer.parseInt(typed);
  }
}
