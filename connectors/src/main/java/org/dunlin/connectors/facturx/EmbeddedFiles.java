package org.dunlin.connectors.facturx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that a PDF embeds: in the name tree EmbeddedFiles (ISO 32000-2, 7.7.4) and among
 * the associated files of the document (AF, 14.13), each once.
 */
final class EmbeddedFiles {
  private static final int FILES_MAX = 50;
  private static final int NODES_MAX = 1_000;
  private static final COSName FILES_OF_DOCUMENT = COSName.getPDFName("AF");

  private final List<EmbeddedFile> files = new ArrayList<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  private EmbeddedFiles() {}

  static List<EmbeddedFile> of(COSDocument document) throws IOException {
    COSDictionary catalog = document.getTrailer().getCOSDictionary(COSName.ROOT);
    if (catalog == null) {
      throw new IOException("it has no catalog");
    }
    EmbeddedFiles found = new EmbeddedFiles();
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    if (names != null) {
      found.tree(names.getCOSDictionary(COSName.EMBEDDED_FILES));
    }
    COSArray associated = catalog.getCOSArray(FILES_OF_DOCUMENT);
    for (int i = 0; associated != null && i < associated.size() && i < NODES_MAX; i++) {
      found.specification(associated.getObject(i));
    }
    return List.copyOf(found.files);
  }

  private void tree(@Nullable COSDictionary root) {
    Deque<COSDictionary> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty() && ++nodes <= NODES_MAX) {
      COSDictionary node = open.remove();
      COSArray names = node.getCOSArray(COSName.NAMES);
      for (int i = 1; names != null && i < names.size() && i < 2 * NODES_MAX; i += 2) {
        specification(names.getObject(i));
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      for (int i = 0; kids != null && i < kids.size() && i < NODES_MAX; i++) {
        if (kids.getObject(i) instanceof COSDictionary kid && seen.add(kid)) {
          open.add(kid);
        }
      }
    }
  }

  private void specification(@Nullable COSBase base) {
    if (!(base instanceof COSDictionary specification) || files.size() >= FILES_MAX) {
      return;
    }
    COSDictionary content = specification.getCOSDictionary(COSName.EF);
    COSStream stream = content == null ? null : content.getCOSStream(COSName.UF);
    stream = stream == null && content != null ? content.getCOSStream(COSName.F) : stream;
    String name = specification.getString(COSName.UF);
    name = name == null ? specification.getString(COSName.F) : name;
    if (stream != null && seen.add(stream)) {
      files.add(
          new EmbeddedFile(
              name == null ? "attachment" : name,
              stream.getNameAsString(COSName.SUBTYPE),
              specification.getString(COSName.DESC),
              stream));
    }
  }
}
