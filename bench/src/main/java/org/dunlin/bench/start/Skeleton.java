package org.dunlin.bench.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The baseline of a start: Spring Boot's web server, a Camel context without routes and an embedded
 * PostgreSQL as Zonky's library starts it, and nothing that they would be there for.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Skeleton {
  static final String READY = "The skeleton is ready.";

  /** Starts in the working directory and runs until it is ended. */
  public static void main(String[] arguments) {
    SpringApplication.run(
        Skeleton.class,
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--logging.level.root=warn");
    System.err.println(READY);
  }

  /** Its files lie in the working directory and are kept for the next start. */
  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("programs").toAbsolutePath().toFile())
        .setDataDirectory(Path.of("cluster").toAbsolutePath())
        .setCleanDataDirectory(false)
        .start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres server) {
    return server.getPostgresDatabase();
  }
}
