package org.dunlin.core.message;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One template in one language: a subject and blocks, parted by blank lines. A block is a paragraph
 * of its own, or names another: a paragraph that the templates of the language share, or a part of
 * the layout that all languages share. The sentences stand once for both forms of a message.
 */
final class Wording {
  private static final Pattern PARTIAL = Pattern.compile("\\{\\{> ([a-z-]+)}}");

  private sealed interface Block {
    /** Words, once for each form. */
    record Paragraph(Template text, Template html) implements Block {}

    /** A part of the layout. */
    record Part(String name) implements Block {}
  }

  private final Language language;
  private final Template subject;
  private final List<Block> blocks = new ArrayList<>();

  Wording(Language language, String name) {
    this(language, TemplateFiles.blocks(language.code() + "/" + name + ".mustache"));
  }

  /** Words that need not be the hub's own: whatever stands in them is text. */
  Wording(Language language, List<String> sources) {
    this.language = language;
    this.subject = Layout.TEXT.compile(sources.getFirst());
    for (String source : sources.subList(1, sources.size())) {
      blocks.add(block(source));
    }
  }

  private Block block(String source) {
    Matcher partial = PARTIAL.matcher(source);
    if (!partial.matches()) {
      return new Block.Paragraph(Layout.TEXT.compile(source), Layout.HTML.compile(escaped(source)));
    }
    String name = partial.group(1);
    return Layout.PARTS.contains(name)
        ? new Block.Part(name)
        : block(TemplateFiles.read(language.code() + "/" + name + ".mustache").strip());
  }

  /** The words themselves as HTML; the marks of the template's places stay. */
  private static String escaped(String source) {
    return source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  String subject(Map<String, Object> words) {
    return OneLine.of(subject.execute(words));
  }

  /** The blocks as plain text, with a blank line between them. */
  String text(Map<String, Object> words) {
    List<String> written = new ArrayList<>();
    for (Block block : blocks) {
      String text =
          switch (block) {
            case Block.Paragraph paragraph -> paragraph.text().execute(words);
            case Block.Part part -> Layout.text(part.name(), words);
          };
      if (!text.isBlank()) {
        written.add(text.stripTrailing());
      }
    }
    return String.join("\n\n", written) + "\n";
  }

  /**
   * A block of a letter, whose tables are drawn and not written.
   *
   * @param part the part of the layout that it names; null: a paragraph
   * @param text the paragraph, or the part as plain text
   */
  record Piece(@Nullable String part, String text) {}

  /** The blocks in their order. */
  List<Piece> pieces(Map<String, Object> words) {
    List<Piece> pieces = new ArrayList<>();
    for (Block block : blocks) {
      pieces.add(
          switch (block) {
            case Block.Paragraph paragraph -> new Piece(null, paragraph.text().execute(words));
            case Block.Part part -> new Piece(part.name(), Layout.text(part.name(), words));
          });
    }
    return pieces;
  }

  /** The blocks as HTML, within the frame that all messages have. */
  String html(Map<String, Object> words) {
    StringBuilder body = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> {
          String text = paragraph.html().execute(words).strip();
          body.append(text.isEmpty() ? "" : Layout.paragraph(text.replace("\n", "<br>")));
        }
        case Block.Part part -> body.append(Layout.html(part.name(), words));
      }
    }
    return Layout.frame(body.toString(), words);
  }
}
