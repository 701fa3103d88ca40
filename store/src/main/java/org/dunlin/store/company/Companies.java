package org.dunlin.store.company;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ThisTransaction;
import org.dunlin.store.Wakeups;
import org.dunlin.store.secret.Blinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The companies of the hub, their modes and their business dates. */
public final class Companies {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Blinds blinds;
  private final Wakeups wakeups;
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  /** A row's record, and the company that it says. */
  private record Parsed(String record, Company company) {}

  /**
   * @param clock gives today where a company has no business date of its own
   * @param wakeups by which stages learn that something is due
   */
  public Companies(DataSource pool, Clock clock, Blinds blinds, Wakeups wakeups) {
    jdbc = JdbcClient.create(pool);
    this.wakeups = wakeups;
    this.clock = clock;
    this.blinds = blinds;
  }

  /** Adds the company or replaces its profile; the mode of a company that is there stays. */
  public void put(CompanyProfile profile) {
    ThisTransaction.forget(profileKey(profile.id()));
    jdbc.sql(
            """
            insert into company (company_id, record, mode, reply_to, test_mailbox, business_date)
            values (:id, cast(:record as jsonb), :mode, :reply, :test, :date)
            on conflict (company_id) do update
               set record = excluded.record, reply_to = excluded.reply_to,
                   test_mailbox = excluded.test_mailbox
            """)
        .param("id", profile.id())
        .param("record", CanonicalWriter.line(profile.company()))
        .param("mode", profile.mode().name())
        .param("reply", profile.replyTo())
        .param("test", profile.testMailbox())
        .param("date", profile.setBusinessDate())
        .update();
    blinds.prepare(profile.id());
    putAccounts(profile.company());
  }

  /** The ids of all companies. */
  public List<String> ids() {
    return jdbc.sql("select company_id from company order by company_id")
        .query(String.class)
        .list();
  }

  /** The names of all companies by their ids, in the order of these. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    jdbc.sql("select company_id, record ->> 'name' as name from company order by company_id")
        .query(
            row -> {
              names.put(row.getString("company_id"), row.getString("name"));
            });
    return names;
  }

  /** A company's profile, as this transaction saw it first. */
  public Optional<CompanyProfile> find(String companyId) {
    return ThisTransaction.once(profileKey(companyId), () -> read(companyId));
  }

  private List<Object> profileKey(String companyId) {
    return List.of(this, companyId);
  }

  private Optional<CompanyProfile> read(String companyId) {
    return jdbc.sql(
            "select record, mode, reply_to, test_mailbox, business_date from company where company_id = :id")
        .param("id", companyId)
        .query(
            (row, number) ->
                new CompanyProfile(
                    company(companyId, row.getString("record")),
                    DunningMode.valueOf(row.getString("mode")),
                    row.getString("reply_to"),
                    row.getString("test_mailbox"),
                    row.getObject("business_date", LocalDate.class)))
        .optional();
  }

  /** A company is looked up with each thing that comes in, and changes once in a blue moon. */
  private Company company(String companyId, String record) {
    Parsed before = parsed.get(companyId);
    if (before != null && before.record().equals(record)) {
      return before.company();
    }
    Company company = StoredRecord.of(record, Company.class);
    parsed.put(companyId, new Parsed(record, company));
    return company;
  }

  /** Lets nobody else change the company until the transaction ends; false when it is not there. */
  public boolean lock(String companyId) {
    ThisTransaction.forget(profileKey(companyId)); // somebody may have changed it meanwhile
    return jdbc.sql("select company_id from company where company_id = :id for no key update")
        .param("id", companyId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** Which other company has this account, by its key. */
  public Optional<String> otherOwner(String companyId, String accountKey) {
    return jdbc.sql(
            "select company_id from company_account where account_key = :key and company_id <> :id"
                + " order by company_id limit 1")
        .param("key", accountKey)
        .param("id", companyId)
        .query(String.class)
        .optional();
  }

  /** A company's profile, of which the caller knows that it is there. */
  public CompanyProfile profile(String companyId) {
    return find(companyId)
        .orElseThrow(() -> new IllegalArgumentException("no company " + companyId));
  }

  /** The company's business date: the value that it was given, else today in its time zone. */
  public LocalDate businessDate(CompanyProfile profile) {
    LocalDate set = profile.setBusinessDate();
    return set != null ? set : LocalDate.now(clock.withZone(profile.company().timeZone()));
  }

  /**
   * What the clock says in the company's zone; empty where its business date is a value, since its
   * day has no hours then.
   */
  public Optional<LocalTime> timeOfDay(CompanyProfile profile) {
    return profile.setBusinessDate() != null
        ? Optional.empty()
        : Optional.of(LocalTime.now(clock.withZone(profile.company().timeZone())));
  }

  /** Between which hours the company's messages leave. */
  public SendingHours sendingHours(String companyId) {
    return jdbc.sql("select opens, closes from sending_hours where company_id = :id")
        .param("id", companyId)
        .query(
            (row, number) ->
                new SendingHours(
                    row.getObject("opens", LocalTime.class),
                    row.getObject("closes", LocalTime.class)))
        .optional()
        .orElse(SendingHours.USUAL);
  }

  /** Says between which hours they leave. */
  public void setSendingHours(String companyId, SendingHours hours) {
    jdbc.sql(
            """
            insert into sending_hours values (:id, :opens, :closes)
            on conflict (company_id) do update
               set opens = excluded.opens, closes = excluded.closes
            """)
        .param("id", companyId)
        .param("opens", hours.opens())
        .param("closes", hours.closes())
        .update();
  }

  /** Gives the company a business date of its own. */
  public void setBusinessDate(String companyId, LocalDate date) {
    ThisTransaction.forget(profileKey(companyId));
    jdbc.sql("update company set business_date = :date where company_id = :id")
        .param("date", date)
        .param("id", companyId)
        .update();
  }

  /** Switches the company. */
  public void setMode(String companyId, DunningMode mode) {
    ThisTransaction.forget(profileKey(companyId));
    jdbc.sql("update company set mode = :mode where company_id = :id")
        .param("mode", mode.name())
        .param("id", companyId)
        .update();
  }

  /** Whether dunning has decided over this business date at least once. */
  public boolean dunnedOn(String companyId, LocalDate date) {
    return jdbc.sql(
            "select coalesce(dunned_on >= :date, false) from company where company_id = :id")
        .param("date", date)
        .param("id", companyId)
        .query(Boolean.class)
        .single();
  }

  /** Notes that dunning has decided over this business date. */
  public void setDunnedOn(String companyId, LocalDate date) {
    jdbc.sql("update company set dunned_on = :date where company_id = :id")
        .param("date", date)
        .param("id", companyId)
        .update();
  }

  /**
   * Notes work for the company as a whole, in the transaction of the fact that makes it due; whose
   * work it is is woken as that commits. One note is enough for a transaction, since nobody sees it
   * before all of its facts.
   */
  public void addWorkDue(String companyId, WorkDue work) {
    if (!ThisTransaction.first(List.of(this, companyId, work))) {
      return;
    }
    wakeups.wakeOnCommit(work.stage());
    jdbc.sql("insert into work_due values (:company, :id, :stage)")
        .param("company", companyId)
        .param("id", Ids.next())
        .param("stage", work.name())
        .update();
  }

  /** The notes of work that is due now; what is noted later is not among them. */
  public List<UUID> workDue(String companyId, WorkDue work) {
    return jdbc.sql("select due_id from work_due where company_id = :company and stage = :stage")
        .param("company", companyId)
        .param("stage", work.name())
        .query(UUID.class)
        .list();
  }

  /** Removes notes of work that is done. */
  public void doneWork(String companyId, List<UUID> done) {
    for (WorkDue each : WorkDue.values()) {
      ThisTransaction.forget(List.of(this, companyId, each));
    }
    jdbc.sql("delete from work_due where company_id = :company and due_id = any(:done)")
        .param("company", companyId)
        .param("done", done.toArray(UUID[]::new))
        .update();
  }

  private void putAccounts(Company company) {
    jdbc.sql("delete from company_account where company_id = :id")
        .param("id", company.id())
        .update();
    for (AccountId account : company.accounts()) {
      jdbc.sql("insert into company_account values (:id, :key) on conflict do nothing")
          .param("id", company.id())
          .param("key", account.key())
          .update();
    }
  }
}
