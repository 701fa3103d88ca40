package org.dunlin.config.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the hub, each with its default: from {@code dunlin.yaml}, or from the environment
 * as {@code DUNLIN_DATA}, {@code DUNLIN_DATABASE_URL} and so on. A name in the file that is not
 * known is an error; one in the environment is not noticed.
 *
 * @param data where the hub keeps its own PostgreSQL, when no database is set
 * @param lease how long work is claimed without a sign of life
 * @param sweep how often each stage looks for work that no wake-up told of
 * @param folderPoll how often watched folders are listed
 * @param folderSettle how long a file must have stayed the same to be taken as whole
 * @param largestFile the largest file that is accepted
 * @param breakerFloor so many reminders a day never ask a person first
 * @param attachments how large the documents of one message may be together
 * @param adminPassword the password of the first administrator; made up when absent
 * @param signIn how people sign in
 * @param oidc the provider at which people sign in
 * @param key the keys with which secrets are kept; a hub without any makes one
 * @param keyFile a file that holds them
 * @param open what the world outside may reach: {@code dunlin.public}
 * @param api how often the API may be called
 * @param programs how programs are found and asked
 * @param descriptions the directory in which descriptions of CSV files may be dropped
 * @param manage how other programs watch the hub
 * @param log how the hub writes its log
 * @param tracing where traces go
 */
@ConfigurationProperties(prefix = "dunlin", ignoreUnknownFields = false)
public record HubSettings(
    @DefaultValue("data") Path data,
    @DefaultValue DatabaseSettings database,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("5s") Duration sweep,
    @DefaultValue("2s") Duration folderPoll,
    @DefaultValue("2s") Duration folderSettle,
    @DefaultValue("2GB") DataSize largestFile,
    @DefaultValue("25") int breakerFloor,
    @DefaultValue("7MB") DataSize attachments,
    @Nullable String adminPassword,
    @DefaultValue SignInSettings signIn,
    @DefaultValue OidcSettings oidc,
    @Nullable String key,
    @DefaultValue("") String keyFile,
    @DefaultValue Kept retention,
    @DefaultValue Smtp smtp,
    @DefaultValue BackupSettings backup,
    @Name("public") @DefaultValue PublicSettings open,
    @DefaultValue ApiSettings api,
    @DefaultValue ProgramSettings programs,
    @DefaultValue("descriptions") Path descriptions,
    @DefaultValue ManageSettings manage,
    @DefaultValue LogSettings log,
    @DefaultValue TracingSettings tracing,
    @DefaultValue List<CompanySettings> companies) {

  /**
   * How many whole months content is kept.
   *
   * @param statements raw content of bank statements
   * @param invoices raw content of invoices
   * @param refused raw content of what was refused and not replayed
   * @param calls what was asked of programs, and what they answered
   * @param messages what messages said; absent: kept
   * @param journal what the journal says of changes; absent: kept
   */
  public record Kept(
      @DefaultValue("24") int statements,
      @DefaultValue("24") int invoices,
      @DefaultValue("36") int refused,
      @DefaultValue("6") int calls,
      @Nullable Integer messages,
      @Nullable Integer journal) {}

  /**
   * A PostgreSQL server of one's own, version 15 or newer.
   *
   * @param url a JDBC URL; absent: the hub runs its own server in its data directory
   */
  public record DatabaseSettings(
      @Nullable String url,
      @DefaultValue("dunlin") String user,
      @DefaultValue("") String password,
      @DefaultValue("20") int connections) {

    @Override
    public String toString() {
      return "DatabaseSettings[" + url + " as " + user + "]"; // never the password
    }
  }

  /**
   * Backups by night.
   *
   * @param nightly whether they are made
   * @param at the time of day, in the time zone of the machine
   * @param folder where they lie; absent: {@code backups} in the data directory
   * @param keepDays of so many days the newest is kept
   * @param keepWeeks of so many weeks the newest is kept, too
   */
  public record BackupSettings(
      @DefaultValue("true") boolean nightly,
      @DefaultValue("02:30") String at,
      @Nullable Path folder,
      @DefaultValue("7") int keepDays,
      @DefaultValue("4") int keepWeeks) {}

  /**
   * A listener of its own for what everybody may reach.
   *
   * @param port absent: there is none
   * @param address of this machine, on which it listens
   * @param url how others reach it; absent: {@code http://localhost} with the port
   * @param largestPush the largest file that is taken there
   */
  public record PublicSettings(
      @Nullable Integer port,
      @DefaultValue("127.0.0.1") String address,
      @Nullable URI url,
      @DefaultValue("50MB") DataSize largestPush) {}

  /**
   * How often the API may be called within a minute, by each process of the hub.
   *
   * @param callsPerCaller by one token or person; 0: as often as they like
   * @param callsPerAddress from one address; 0: as often as they like
   */
  public record ApiSettings(
      @DefaultValue("1200") int callsPerCaller, @DefaultValue("6000") int callsPerAddress) {}

  /**
   * A listener of its own for programs that watch the hub.
   *
   * @param port absent: there is none
   * @param address of this machine, on which it listens
   * @param readyLag a hub on which something waits for longer than this is not ready
   */
  public record ManageSettings(
      @Nullable Integer port,
      @DefaultValue("127.0.0.1") String address,
      @DefaultValue("15m") Duration readyLag) {}

  /**
   * The log on standard error.
   *
   * @param form {@code plain} for people, {@code json} for programs
   */
  public record LogSettings(@DefaultValue("plain") String form) {}

  /**
   * Traces.
   *
   * @param url where OpenTelemetry's are sent, by OTLP over HTTP; absent: nowhere
   */
  public record TracingSettings(@Nullable URI url) {}

  /**
   * Programs.
   *
   * @param directory where folders of programs may be dropped in
   * @param privateAddresses whether their addresses may lead into private networks, without https
   * @param standIns where programs are asked in place of their own addresses, by the program's name
   */
  public record ProgramSettings(
      @DefaultValue("programs") Path directory,
      @DefaultValue("false") boolean privateAddresses,
      @DefaultValue Map<String, URI> standIns) {}

  /**
   * The mail server.
   *
   * @param host absent: no message leaves
   * @param from the sender's address
   */
  public record Smtp(
      @Nullable String host,
      @DefaultValue("587") int port,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("") String from,
      @DefaultValue("true") boolean startTls,
      @DefaultValue("false") boolean implicitTls) {

    @Override
    public String toString() {
      return "Smtp[" + host + ":" + port + "]"; // never the password
    }
  }

  @Override
  public String toString() {
    return "HubSettings[" + data + ", " + database + ", " + smtp + "]"; // never the password
  }
}
