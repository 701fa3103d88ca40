package org.dunlin.store.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.store.secret.CustomerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said with customers: entries are added and never changed. */
public final class Dialogue {
  /** What {@link #row} reads of {@link #FROM}. */
  public static final String COLUMNS =
      """
      d.company_id, d.entry_id, d.customer_id, d.invoice_id, d.kind, d.outcome, d.action_id, d.made_by, d.made_on,
      d.made_at, d.sealed, k.wrapped
      """;

  /** The rows with the keys of their customers. */
  public static final String FROM =
      "dialogue_entry d left join customer_key k on k.company_id = d.company_id"
          + " and k.customer_id = d.customer_id";

  private static final String SELECT =
      "select " + COLUMNS + " from " + FROM + " where d.company_id = :company and ";

  private final JdbcClient jdbc;
  private final SealedWords words;

  /** The dialogues of this database, and the keys that seal them. */
  public Dialogue(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    words = new SealedWords(keys, "dialogue");
  }

  /** Adds an entry; the moment is the database's. */
  public void add(String companyId, DialogueEntry said) {
    insert(companyId, said, null);
  }

  /** Adds what came in a mail; false, and nothing is added, where that mail came before. */
  public boolean addOfMail(String companyId, DialogueEntry said, UUID mail) {
    return insert(companyId, said, mail);
  }

  private boolean insert(String companyId, DialogueEntry said, @Nullable UUID mail) {
    CallOutcome outcome = said.outcome();
    return jdbc.sql(
                """
                insert into dialogue_entry (company_id, entry_id, customer_id, invoice_id, kind, outcome, action_id,
                                            made_by, made_on, sealed, mail)
                values (:company, :id, :customer, :invoice, :kind, :outcome, :action, :by, :date, :sealed, :mail)
                on conflict (company_id, mail) where mail is not null do nothing
                """)
            .param("company", companyId)
            .param("id", said.id())
            .param("customer", said.customerId())
            .param("invoice", said.invoiceId(), Types.OTHER)
            .param("kind", said.kind().name())
            .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
            .param("action", said.actionId(), Types.VARCHAR)
            .param("by", said.madeBy())
            .param("date", said.madeOn())
            .param(
                "sealed",
                words.seal(companyId, said.customerId(), said.id(), said.text()),
                Types.BINARY)
            .param("mail", mail, Types.OTHER)
            .update()
        == 1;
  }

  /** One entry. */
  public Optional<DialogueEntry> find(String companyId, UUID id) {
    return jdbc.sql(SELECT + "d.entry_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** The entries of these customers, the latest first. */
  public List<DialogueEntry> ofCustomers(String companyId, List<UUID> customers, int most) {
    return jdbc.sql(SELECT + "d.customer_id = any(:customers) order by d.entry_id desc limit :most")
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .param("most", most)
        .query(this::row)
        .list();
  }

  /** The entries about an invoice, the latest first. */
  public List<DialogueEntry> ofInvoice(String companyId, UUID invoiceId, int most) {
    return jdbc.sql(SELECT + "d.invoice_id = :invoice order by d.entry_id desc limit :most")
        .param("company", companyId)
        .param("invoice", invoiceId)
        .param("most", most)
        .query(this::row)
        .list();
  }

  /** The entry of a row. */
  public DialogueEntry row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("entry_id", UUID.class);
    UUID customerId = row.getObject("customer_id", UUID.class);
    String outcome = row.getString("outcome");
    return new DialogueEntry(
        id,
        customerId,
        row.getObject("invoice_id", UUID.class),
        DialogueKind.valueOf(row.getString("kind")),
        outcome == null ? null : CallOutcome.valueOf(outcome),
        row.getString("action_id"),
        row.getString("made_by"),
        row.getObject("made_on", LocalDate.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        words.open(row, customerId, id, 1).getFirst());
  }
}
