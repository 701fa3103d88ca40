package org.dunlin.store.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In what a file came: a mail, or an archive. Of most files there is nothing here. */
public final class DeliveryOrigins {
  private final JdbcClient jdbc;

  /** The origins of this database. */
  public DeliveryOrigins(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * In what it came.
   *
   * @param messageId the Message-ID of the mail, as that has it
   * @param archiveId the delivery that was the archive
   */
  public record In(@Nullable String messageId, @Nullable UUID archiveId) {}

  /** Notes in what a delivery came, unless that is noted. */
  public void put(String companyId, UUID deliveryId, In in) {
    jdbc.sql(
            """
            insert into delivery_origin (company_id, delivery_id, message_id, archive_id)
            values (:company, :delivery, :message, :archive) on conflict do nothing
            """)
        .param("company", companyId)
        .param("delivery", deliveryId)
        .param("message", in.messageId())
        .param("archive", in.archiveId())
        .update();
  }

  /** In what a delivery came; empty where it came as a file. */
  public Optional<In> find(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select message_id, archive_id from delivery_origin"
                + " where company_id = :company and delivery_id = :delivery")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .query(
            (row, number) ->
                new In(row.getString("message_id"), row.getObject("archive_id", UUID.class)))
        .optional();
  }

  /** Forgets the mail in which a delivery came: its Message-ID may name a person. */
  public void forgetMail(String companyId, UUID deliveryId) {
    jdbc.sql(
            "update delivery_origin set message_id = null"
                + " where company_id = :company and delivery_id = :delivery")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .update();
  }

  /** What came in an archive, in the order of intake. */
  public List<UUID> members(String companyId, UUID archiveId) {
    return jdbc.sql(
            "select delivery_id from delivery_origin"
                + " where company_id = :company and archive_id = :archive order by delivery_id")
        .param("company", companyId)
        .param("archive", archiveId)
        .query(UUID.class)
        .list();
  }
}
