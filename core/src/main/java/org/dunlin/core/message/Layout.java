package org.dunlin.core.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the messages of all languages share: the frame, the tables, how to pay. */
final class Layout {
  /** For plain text: values stand as they are. */
  static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);

  /** For HTML: values are escaped. */
  static final Mustache.Compiler HTML =
      Mustache.compiler()
          .escapeHTML(true)
          .withLoader(name -> new StringReader(source(name + ".html")));

  /** The parts that a template may name. */
  static final Set<String> PARTS = Set.of("asked", "claims", "later", "pay");

  private static final Map<String, Template> TEXTS =
      PARTS.stream()
          .collect(
              Collectors.toMap(Function.identity(), part -> TEXT.compile(source(part + ".txt"))));
  private static final Map<String, Template> HTMLS =
      PARTS.stream()
          .collect(
              Collectors.toMap(Function.identity(), part -> HTML.compile(source(part + ".html"))));
  private static final Template FRAME = HTML.compile(source("frame.html"));
  private static final String PARAGRAPH = source("paragraph.html");

  private Layout() {}

  static String text(String part, Map<String, Object> words) {
    return template(TEXTS, part).execute(words);
  }

  static String html(String part, Map<String, Object> words) {
    return template(HTMLS, part).execute(words);
  }

  /** A paragraph of text that is escaped already. */
  static String paragraph(String escaped) {
    return PARAGRAPH.replace("{{{text}}}", escaped);
  }

  /** The whole document. */
  static String frame(String body, Map<String, Object> words) {
    Map<String, Object> all = new HashMap<>(words);
    all.put("body", body);
    return FRAME.execute(all);
  }

  private static Template template(Map<String, Template> templates, String part) {
    Template template = templates.get(part);
    if (template == null) {
      throw new IllegalArgumentException("there is no part " + part);
    }
    return template;
  }

  private static String source(String name) {
    return TemplateFiles.read("layout/" + name + ".mustache");
  }
}
