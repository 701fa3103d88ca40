package org.dunlin.console.page;

import java.util.Locale;
import org.dunlin.store.view.Traced;
import org.jspecify.annotations.Nullable;

/** Where the pages are of what the journal and traces tell of. */
public final class Subjects {
  private Subjects() {}

  /** The path to which an id is added; absent of what has no page of its own. */
  public static @Nullable String path(String subjectKind) {
    return switch (subjectKind) {
      case "customer" -> "/customers/";
      case "invoice" -> "/invoices/";
      case "payment" -> "/payments/";
      case "delivery" -> "/deliveries/";
      case "effect" -> "/outbox/";
      default -> null;
    };
  }

  /** The path of a record that a delivery brought. */
  public static @Nullable String path(Traced.RecordKind kind) {
    return path(kind.name().toLowerCase(Locale.ROOT));
  }
}
