package org.dunlin.store.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of the server. They are given at each start, because what stands on the command line
 * wins over the configuration files in the cluster and over ALTER SYSTEM.
 */
record ServerOptions(Map<String, String> values) {

  static ServerOptions of(EmbeddedPostgresSettings settings, int port) {
    var values = new LinkedHashMap<String, String>();
    values.put("listen_addresses", "127.0.0.1");
    values.put("port", Integer.toString(port));
    values.put("unix_socket_directories", "");
    var durable = settings.isDurable() ? "on" : "off";
    values.put("fsync", durable);
    values.put("synchronous_commit", durable);
    values.put("full_page_writes", durable);
    values.put("max_connections", Integer.toString(settings.maxConnections()));
    values.put("shared_buffers", settings.sharedBuffersMegabytes() + "MB");
    values.put("work_mem", "8MB");
    values.put("max_wal_size", "512MB");
    // Parallel queries need shared memory, of which a container has 64 MB.
    values.put("max_parallel_workers_per_gather", "0");
    values.put("max_logical_replication_workers", "0");
    values.put("io_workers", "2");
    values.put("jit", "off");
    values.put("TimeZone", "UTC");
    values.put("log_timezone", "UTC");
    values.put("password_encryption", "scram-sha-256");
    // A query of a killed hub ends even when it is in the middle of something long.
    values.put("client_connection_check_interval", "5s");
    if (settings.programs().isEmpty()) {
      // Plans made while a table was empty are kept until it is analysed: a first synchronisation
      // would take most of a minute with them. A server of tests has too many databases for this.
      values.put("autovacuum_naptime", "5s");
    }
    if (settings.isShortLived()) {
      values.put("plan_cache_mode", "force_generic_plan");
    }
    values.putAll(logging());
    return new ServerOptions(values);
  }

  /** The hub learns of errors in statements; the log keeps none, since they hold personal data. */
  private static Map<String, String> logging() {
    return Map.of(
        "logging_collector", "off",
        "log_destination", "stderr",
        "log_statement", "none",
        "log_min_messages", "log",
        "log_min_error_statement", "panic",
        "log_checkpoints", "off");
  }

  String commandLine() {
    return values.entrySet().stream()
        .map(option -> "-c " + option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }
}
