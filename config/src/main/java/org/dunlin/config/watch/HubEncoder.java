package org.dunlin.config.watch;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what is logged as lines for people or, in the names of the Elastic Common Schema, as one
 * JSON object a line. In both forms secrets are masked.
 */
public final class HubEncoder extends EncoderBase<ILoggingEvent> {
  /** For people. */
  public static final String PLAIN = "plain";

  /** For programs. */
  public static final String JSON = "json";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final byte[] NOTHING = {};

  private final PatternLayout line = new PatternLayout();
  private final PatternLayout trouble = new PatternLayout();
  private String form = PLAIN;

  /** Which form; the configuration of the log sets it. */
  public void setForm(String form) {
    this.form = form;
  }

  @Override
  public void start() {
    line.setPattern(
        "%d{HH:mm:ss.SSS} %-5level %logger{24} %replace(%msg){'[\\p{Cntrl}]', '?'}%nopex");
    trouble.setPattern("%ex{6}");
    for (PatternLayout each : new PatternLayout[] {line, trouble}) {
      each.setContext(getContext());
      each.start();
    }
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String written = form.equals(JSON) ? json(event) : plain(event);
    return written.getBytes(StandardCharsets.UTF_8);
  }

  private String plain(ILoggingEvent event) {
    Map<String, String> about = new TreeMap<>(event.getMDCPropertyMap());
    String words = line.doLayout(event) + (about.isEmpty() ? "" : " " + about);
    return Secrets.masked(words.replaceAll("\\p{Cntrl}", "?"))
        + System.lineSeparator()
        + Secrets.masked(trouble.doLayout(event));
  }

  private static String json(ILoggingEvent event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@timestamp", event.getInstant().toString());
    json.put("log.level", event.getLevel().toString());
    json.put("message", Secrets.masked(String.valueOf(event.getFormattedMessage())));
    json.put("ecs.version", "8.11.0");
    json.put("service.name", "dunlin");
    json.put("process.thread.name", event.getThreadName());
    json.put("log.logger", event.getLoggerName());
    Map<String, String> about = new TreeMap<>();
    event.getMDCPropertyMap().forEach((name, value) -> about.put(name, Secrets.masked(value)));
    if (!about.isEmpty()) {
      json.put("labels", about);
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      json.put("error.type", thrown.getClassName());
      json.put("error.message", Secrets.masked(String.valueOf(thrown.getMessage())));
      json.put("error.stack_trace", Secrets.masked(ThrowableProxyUtil.asString(thrown)));
    }
    try {
      return MAPPER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts can always be written
    }
  }
}
