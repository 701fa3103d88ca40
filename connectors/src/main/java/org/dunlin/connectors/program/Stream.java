package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of object that a program brings.
 *
 * @param gives what its mapping makes of its objects
 * @param every how often it is read; absent where its objects are only ever wanted
 * @param request asks for a page; absent where its objects are only ever wanted
 * @param records the list of objects in a reply
 * @param key of an object
 * @param version of an object: an instant, a date or a whole number
 * @param more says whether another page follows, in place of what {@code paging} says
 * @param mostPages a pull that does not end after these is refused
 * @param cursor absent where each run reads all
 * @param fetch asks for one object by its key
 * @param wants what its objects lead to
 * @param documents how the document of an object is fetched
 * @param of the stream whose objects are gone when their keys come in this one
 * @param mapping the name of the file; absent where the stream is only a list of what it wants, or
 *     of keys that are gone
 */
public record Stream(
    String name,
    Set<Capability> gives,
    @Nullable Duration every,
    @Nullable RequestTemplate request,
    Selector records,
    Selector key,
    @Nullable Selector version,
    Paging paging,
    @Nullable Selector more,
    int mostPages,
    @Nullable Cursor cursor,
    @Nullable Sweep sweep,
    @Nullable Fetch fetch,
    List<Wanting> wants,
    @Nullable Documents documents,
    @Nullable String of,
    @Nullable String mapping) {
  public Stream {
    gives = Set.copyOf(gives);
    wants = List.copyOf(wants);
  }

  /** How the stream is swept, where it is. */
  public Optional<Sweep> swept() {
    return Optional.ofNullable(sweep);
  }

  /** How one of its objects is asked for, where it can be. */
  public Optional<Fetch> fetched() {
    return Optional.ofNullable(fetch);
  }
}
