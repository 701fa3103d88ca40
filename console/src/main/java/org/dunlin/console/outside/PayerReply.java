package org.dunlin.console.outside;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;

/** An answer to a payer: nothing of it is kept, framed, indexed, or told to another site. */
final class PayerReply {
  private final HttpServletResponse response;
  private final TemplateEngine templates;
  private final boolean head;

  PayerReply(HttpServletResponse response, TemplateEngine templates, boolean head) {
    this.response = response;
    this.templates = templates;
    this.head = head;
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  /** A page: the name of its template, and what stands in it. */
  void page(int status, PayerFrame frame, String template, Map<String, Object> values)
      throws IOException {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame);
    StringOutput out = new StringOutput();
    templates.render("payer/" + template + ".jte", all, out);
    response.setHeader("Content-Security-Policy", frame.look().policy());
    response.setHeader("Content-Language", frame.words().code());
    bytes(status, "text/html;charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A page of one sentence. */
  void plain(int status, PayerFrame frame, String key, Object... values) throws IOException {
    page(
        status,
        frame,
        "plain",
        Map.of("title", frame.say(key + ".title"), "sentence", frame.say(key + ".means", values)));
  }

  /** That it was too often, and when it is not any more. */
  void later(PayerFrame frame) throws IOException {
    response.setHeader("Retry-After", String.valueOf(PayerLimits.PERIOD.toSeconds()));
    plain(429, frame, "payer.often", PayerLimits.PERIOD.toSeconds());
  }

  /** Leads on to another page of the same link. */
  void see(String address) {
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    response.setHeader("Location", address);
    response.setStatus(303);
    response.setContentLength(0);
  }

  /** A picture. */
  void picture(String type, byte[] content) throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cache-Control", "private, max-age=3600");
    bytes(200, type, content);
  }

  /** A document to save; nothing in it is run. */
  void paper(String name, long bytes, InputStream content) throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setStatus(200);
    response.setContentType("application/pdf");
    response.setContentLengthLong(bytes);
    if (!head) {
      content.transferTo(response.getOutputStream());
    }
  }

  private void bytes(int status, String type, byte[] content) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(content.length);
    if (!head) {
      response.getOutputStream().write(content);
    }
  }
}
