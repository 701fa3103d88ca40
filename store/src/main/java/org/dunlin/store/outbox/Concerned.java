package org.dunlin.store.outbox;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom an effect concerns, so that what it says is sealed with their key. */
final class Concerned {
  private static final Pattern SUBJECT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

  private final JdbcClient jdbc;

  Concerned(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By its action, by the invoice whose id ends the ordering key of what its program is told, or by
   * the customer whose id ends that of an e-mail or of an event.
   */
  Optional<UUID> customer(Effect effect) {
    return jdbc.sql(
            """
            select customer_id from action where company_id = :company and action_id = :action
            union all
            select customer_id from invoice where company_id = :company and invoice_id = :invoice
            union all
            select customer_id from customer where company_id = :company and customer_id = :customer
            """)
        .param("company", effect.companyId())
        .param("action", effect.actionId())
        .param("invoice", ofInvoice(effect) ? about(effect) : null, Types.OTHER)
        .param("customer", ofCustomer(effect) ? about(effect) : null, Types.OTHER)
        .query(UUID.class)
        .optional();
  }

  private static boolean ofInvoice(Effect effect) {
    return !effect.kind().isMessage() && effect.kind() != EffectKind.EVENT;
  }

  private static boolean ofCustomer(Effect effect) {
    return effect.kind() == EffectKind.EVENT
        || effect.kind() == EffectKind.EMAIL && effect.actionId() == null;
  }

  private static @Nullable UUID about(Effect effect) {
    Matcher id = SUBJECT.matcher(effect.orderingKey());
    return id.find() ? UUID.fromString(id.group()) : null;
  }
}
