package org.dunlin.connectors.program.pull;

import org.dunlin.connectors.program.Paging;
import org.jspecify.annotations.Nullable;

/** What a kind of paging says of the place of pages. */
final class NextPage {
  private NextPage() {}

  /** The number or offset of the first page. */
  static long first(Paging paging) {
    return switch (paging) {
      case Paging.Page page -> page.first();
      case Paging.Offset offset -> offset.first();
      case Paging.None none -> 0;
      case Paging.Token token -> 0;
      case Paging.Link link -> 0;
      case Paging.LinkHeader header -> 0;
      case Paging.LastKey key -> 0;
    };
  }

  /** The token of the first page, where it has one. */
  static @Nullable String firstToken(Paging paging) {
    return paging instanceof Paging.Token token ? token.first() : null;
  }

  /** How many objects a page has; 0 where it is not known. */
  static int size(Paging paging) {
    return switch (paging) {
      case Paging.None none -> 0;
      case Paging.Page page -> page.size();
      case Paging.Offset offset -> offset.size();
      case Paging.Token token -> token.size();
      case Paging.Link link -> link.size();
      case Paging.LinkHeader header -> header.size();
      case Paging.LastKey key -> key.size();
    };
  }

  /** Whether the token of a page is its address. */
  static boolean isAddress(Paging paging) {
    return switch (paging) {
      case Paging.Link link -> true;
      case Paging.LinkHeader header -> true;
      case Paging.None none -> false;
      case Paging.Page page -> false;
      case Paging.Offset offset -> false;
      case Paging.Token token -> false;
      case Paging.LastKey key -> false;
    };
  }
}
