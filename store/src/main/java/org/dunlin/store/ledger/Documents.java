package org.dunlin.store.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Attachment;
import org.dunlin.store.Chunks;
import org.dunlin.store.Digests;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.WholeContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The documents that invoices bring along: embedded ones with their bytes, others as links. Bytes
 * are sealed with a key of each document's own, which lies under the key of the invoice's customer:
 * erasing the customer makes them unreadable.
 */
public final class Documents {
  private static final String SELECT =
      "select document_id, invoice_id, delivery_id, name, media_type, description, uri, bytes from"
          + " document where company_id = :company ";

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  /** The documents of this database, and the keys that open them. */
  public Documents(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /** Where a document belongs: the invoice, what brought it, and its place among its like. */
  public record Place(
      String companyId, UUID customerId, UUID invoiceId, UUID deliveryId, int ordinal) {}

  /**
   * An invoice and its customer.
   *
   * @param deliveryId what brought the invoice last, by this connection where it did; absent once
   *     the journal does not tell it any more
   */
  public record Owner(UUID invoiceId, UUID customerId, @Nullable UUID deliveryId) {}

  /** The invoice that a source brought under this id, whether its figures count or not. */
  public Optional<Owner> owner(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            """
            select i.invoice_id, i.customer_id,
                   (select d.delivery_id from journal j join delivery d using (company_id, delivery_id)
                     where j.company_id = :company and j.subject_kind = 'invoice'
                       and j.subject_id = cast(i.invoice_id as text)
                     order by d.connection_id = :connection desc, j.journal_id desc limit 1) as delivery_id
              from invoice i
             where i.company_id = :company
               and i.invoice_id = coalesce(
                   (select invoice_id from invoice where company_id = :company
                       and connection_id = :connection and source_id = :source),
                   (select invoice_id from invoice_source where company_id = :company
                       and connection_id = :connection and source_id = :source))
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .query(
            (row, number) ->
                new Owner(
                    row.getObject("invoice_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("delivery_id", UUID.class)))
        .optional();
  }

  /** Forgets all documents of an invoice, before those of another version of it are kept. */
  public void clear(String companyId, UUID invoiceId) {
    jdbc.sql(
            """
            with gone as (
              delete from document where company_id = :company and invoice_id = :invoice
              returning company_id, document_id)
            delete from document_chunk c using gone g
             where c.company_id = g.company_id and c.document_id = g.document_id
            """)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .update();
  }

  /** Keeps a link. */
  public void addLink(Place place, Attachment link) {
    insert(place, Ids.next(), link, null);
  }

  /**
   * Keeps a document with its bytes. Where this throws, the bytes that went before stay until
   * {@link #drop} or the end of the transaction.
   *
   * @param id of the document, from {@link Ids#next}
   * @throws org.dunlin.store.TooLarge when there are more than {@code most} bytes
   * @throws IOException when the stream breaks off
   */
  public void add(Place place, UUID id, Attachment attachment, InputStream content, long most)
      throws IOException {
    DataKey key = DataKey.random();
    String associated = associated(place.companyId(), id);
    MessageDigest digest = Digests.sha256();
    long bytes =
        Chunks.cut(
            content,
            most,
            digest,
            (part, chunk) ->
                insert(place.companyId(), id, part, key.sealPart(part, chunk, associated)));
    byte[] wrapped = keys.wrap(place.companyId(), place.customerId(), id, key);
    insert(place, id, attachment, new Embedded(bytes, digest.digest(), wrapped));
  }

  /** Forgets what was written of a document that could not be kept. */
  public void drop(String companyId, UUID documentId) {
    jdbc.sql("delete from document_chunk where company_id = :company and document_id = :id")
        .param("company", companyId)
        .param("id", documentId)
        .update();
  }

  /** The documents of an invoice, in the order in which it names them. */
  public List<KeptDocument> of(String companyId, UUID invoiceId) {
    return jdbc.sql(SELECT + "and invoice_id = :invoice order by ordinal, document_id")
        .param("company", companyId)
        .param("invoice", invoiceId)
        .query(Documents::row)
        .list();
  }

  /** The documents of several invoices, those of one in the order in which it names them. */
  public List<KeptDocument> of(String companyId, Collection<UUID> invoiceIds) {
    return jdbc.sql(
            SELECT + "and invoice_id = any(:invoices) order by invoice_id, ordinal, document_id")
        .param("company", companyId)
        .param("invoices", invoiceIds.toArray(UUID[]::new))
        .query(Documents::row)
        .list();
  }

  /** The documents that a delivery brought and that are still those of their invoice. */
  public List<KeptDocument> ofDelivery(String companyId, UUID deliveryId) {
    return jdbc.sql(SELECT + "and delivery_id = :delivery order by invoice_id, ordinal")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .query(Documents::row)
        .list();
  }

  /** One document of the company. */
  public Optional<KeptDocument> find(String companyId, UUID documentId) {
    return jdbc.sql(SELECT + "and document_id = :id")
        .param("company", companyId)
        .param("id", documentId)
        .query(Documents::row)
        .optional();
  }

  /**
   * The bytes of an embedded document, fetched a chunk at a time. Reading throws {@link
   * org.dunlin.store.secret.Unreadable} where they were changed or are not all there.
   */
  public InputStream read(String companyId, KeptDocument document) {
    DataKey key = key(companyId, document.id());
    String associated = associated(companyId, document.id());
    return Chunks.joined(
        new WholeContent(
            part -> {
              byte[] chunk = chunk(companyId, document.id(), part);
              return chunk.length == 0 ? chunk : key.openPart(part, chunk, associated);
            },
            document.bytes(),
            associated));
  }

  private DataKey key(String companyId, UUID documentId) {
    return jdbc.sql(
            "select customer_id, wrapped from document"
                + " where company_id = :company and document_id = :id")
        .param("company", companyId)
        .param("id", documentId)
        .query(
            (row, number) ->
                keys.unwrap(
                    companyId,
                    row.getObject("customer_id", UUID.class),
                    documentId,
                    row.getBytes("wrapped")))
        .single();
  }

  private static String associated(String companyId, UUID documentId) {
    return companyId + "|" + documentId + "|document";
  }

  private byte[] chunk(String companyId, UUID documentId, int part) {
    return jdbc.sql(
            "select content from document_chunk"
                + " where company_id = :company and document_id = :id and part = :part")
        .param("company", companyId)
        .param("id", documentId)
        .param("part", part)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  private void insert(String companyId, UUID documentId, int part, byte[] chunk) {
    jdbc.sql("insert into document_chunk values (:company, :id, :part, :content)")
        .param("company", companyId)
        .param("id", documentId)
        .param("part", part)
        .param("content", chunk)
        .update();
  }

  /** What a document has that is more than a link. */
  private record Embedded(long bytes, byte[] sha256, byte[] wrappedKey) {}

  private void insert(Place place, UUID id, Attachment attachment, @Nullable Embedded embedded) {
    jdbc.sql(
            """
            insert into document (company_id, document_id, invoice_id, delivery_id, ordinal, name,
                                  media_type, description, uri, bytes, sha256, customer_id, wrapped)
            values (:company, :id, :invoice, :delivery, :ordinal, :name, :type, :description, :uri,
                    :bytes, :sha256, :customer, :wrapped)
            """)
        .param("company", place.companyId())
        .param("id", id)
        .param("invoice", place.invoiceId())
        .param("delivery", place.deliveryId())
        .param("ordinal", place.ordinal())
        .param("name", attachment.name())
        .param("type", attachment.mediaType())
        .param("description", attachment.description())
        .param("uri", attachment.uri())
        .param("bytes", embedded == null ? null : embedded.bytes())
        .param("sha256", embedded == null ? null : embedded.sha256())
        .param("customer", embedded == null ? null : place.customerId())
        .param("wrapped", embedded == null ? null : embedded.wrappedKey())
        .update();
  }

  private static KeptDocument row(ResultSet row, int number) throws SQLException {
    return new KeptDocument(
        row.getObject("document_id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        row.getObject("delivery_id", UUID.class),
        new Attachment(
            row.getString("name"),
            row.getString("media_type"),
            row.getString("description"),
            row.getString("uri")),
        row.getLong("bytes"));
  }
}
