package org.dunlin.work.translate;

import java.util.regex.Pattern;
import org.dunlin.core.model.VisibleText;

/** The name of a file in an archive, as it is shown; whoever made the archive chose it. */
final class MemberName {
  private static final int LONGEST = 200;
  private static final Pattern NOT_SHOWN = Pattern.compile("\\p{Cntrl}");

  private MemberName() {}

  /** The end of the path, which has the suffix, without what cannot be seen and leads elsewhere. */
  static String of(String path) {
    String clean = NOT_SHOWN.matcher(VisibleText.of(path.replace('\\', '/'))).replaceAll("?");
    String plain =
        clean
            .replaceAll("(^|/)(\\.{1,2}/)+", "$1")
            .replaceAll("^(/|[A-Za-z]:/)+", "")
            .replaceAll("/{2,}", "/");
    return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
  }
}
