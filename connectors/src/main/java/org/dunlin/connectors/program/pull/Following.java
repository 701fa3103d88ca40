package org.dunlin.connectors.program.pull;

import java.net.URI;
import java.util.Optional;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Paging;
import org.dunlin.connectors.program.Selector;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page that follows.
 *
 * @param read the state behind the page that was just read
 */
record Following(Pull pull, Reading reading, PullState read, Facts facts) {
  /**
   * Where the run goes on; nothing when it is complete.
   *
   * @throws Unread where it would not end, or leads elsewhere
   */
  @Nullable PullState after(PageNodes page, HttpReply reply, Facts known) {
    if (goesBackFarEnough(page, known)) {
      return null;
    }
    return switch (reading.paging()) {
      case Paging.None none -> null;
      case Paging.Page pages ->
          goesOn(page, pages.size(), known) ? within(pages, sought(nextNumber())) : null;
      case Paging.Offset offset ->
          goesOn(page, offset.size(), known) ? sought(read.at(behind(page.listed()), null)) : null;
      case Paging.LastKey key ->
          goesOn(page, key.size(), known) ? read.at(0, lastKey(page, known)) : null;
      case Paging.Token token -> named(page, Given.text(token.next(), page.reply(), known), known);
      case Paging.Link link ->
          named(page, Given.text(link.next(), page.reply(), known).map(this::address), known);
      case Paging.LinkHeader header -> named(page, LinkHeader.of(reply).map(this::address), known);
    };
  }

  /** Whether the newest come first, and those of the page are older than what is sought. */
  private boolean goesBackFarEnough(PageNodes page, Facts known) {
    Cursor cursor = reading.cursor();
    Selector mark = reading.mark();
    if (cursor == null || mark == null || !cursor.descending()) {
      return false;
    }
    Optional<Mark> from = from(cursor);
    return from.isPresent()
        && page.objects().stream()
            .flatMap(object -> ObjectsSeen.mark(object, mark, known).stream())
            .anyMatch(seen -> seen.compareTo(from.get()) < 0);
  }

  private Optional<Mark> from(Cursor cursor) {
    return Optional.ofNullable(read.base())
        .flatMap(Mark::of)
        .map(mark -> read.exact() ? mark : mark.less(cursor.overlap()));
  }

  private boolean goesOn(PageNodes page, int size, Facts known) {
    Selector more = reading.more();
    if (more != null) {
      return more.fits(page.reply(), known);
    }
    return size == 0 ? page.listed() > 0 : page.listed() >= size;
  }

  private PullState nextNumber() {
    return read.at(read.number() + 1, null);
  }

  /** A list of which the program gives no more is not complete. */
  private static PullState within(Paging.Page pages, PullState next) {
    if (pages.window() > 0 && next.number() - pages.first() >= pages.window()) {
      throw new Unread(
          "The program gives no more than "
              + pages.window()
              + " pages of a list, and more follow.");
    }
    return next;
  }

  private long behind(int listed) {
    if (listed == 0) {
      throw new Unread("The program says that more follows, behind a page that is empty.");
    }
    return read.number() + listed;
  }

  private String lastKey(PageNodes page, Facts known) {
    int objects = page.objects().size();
    if (objects == 0) {
      throw new Unread("The program says that more follows, behind a page that is empty.");
    }
    return another(Given.text(reading.key(), page.objects().get(objects - 1), known).orElse(""));
  }

  private @Nullable PullState named(PageNodes page, Optional<String> next, Facts known) {
    Selector more = reading.more();
    boolean says = more != null && more.fits(page.reply(), known);
    if (more != null && !says) {
      return null;
    }
    if (next.isEmpty() && says) {
      throw new Unread("The program says that more follows, and not where.");
    }
    return next.map(token -> read.at(0, another(token))).orElse(null);
  }

  private String another(String token) {
    if (token.equals(read.token())) {
      throw new Unread("The next page is the one that was just read; the pull would not end.");
    }
    return token;
  }

  private String address(String given) {
    URI asked = asked();
    URI next = PageAddress.of(given, asked, pull.base(facts));
    if (next.equals(asked)) {
      throw new Unread("The next page is the one that was just read; the pull would not end.");
    }
    return next.toString();
  }

  /**
   * The address of the page that was read; where that cannot be made again, that of the program.
   */
  private URI asked() {
    try {
      return pull.request(read, facts).address();
    } catch (NoValue e) {
      return pull.base(facts);
    }
  }

  /**
   * Counted pages shift under the reader: an object that changes moves to the end, and the first of
   * the next page slips into the one that was read. Where pages come in the cursor's order, the run
   * therefore goes on from the cursor as soon as that has moved, and counts pages only among
   * objects that the request cannot tell apart.
   */
  private PullState sought(PullState counted) {
    Cursor cursor = reading.cursor();
    String highest = read.highest();
    if (cursor == null
        || !cursor.ascending()
        || reading.mark() == null
        || highest == null
        || !beyond(highest, cursor)) {
      return counted;
    }
    long first = NextPage.first(reading.paging());
    PullState onwards = read.from(highest).at(first, null);
    return same(onwards, read.at(first, null)) ? counted : onwards;
  }

  /** Whether the program could not tell these requests apart, or nobody can. */
  private boolean same(PullState one, PullState other) {
    try {
      return pull.request(one, facts).equals(pull.request(other, facts));
    } catch (NoValue e) {
      return true;
    }
  }

  private boolean beyond(String highest, Cursor cursor) {
    Optional<Mark> from = from(cursor);
    return Mark.of(highest)
        .filter(mark -> from.isEmpty() || mark.compareTo(from.get()) > 0)
        .isPresent();
  }
}
