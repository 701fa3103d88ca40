package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Streams. */
final class StreamFields {
  private static final int MOST_PAGES = 100_000;

  private final Part manifest;
  private final Scope everywhere;

  StreamFields(Part manifest, Scope everywhere) {
    this.manifest = manifest;
    this.everywhere = everywhere;
  }

  List<Stream> streams() {
    return List.copyOf(
        manifest.named("streams", (all, name) -> stream(name, all.part(name))).values());
  }

  private Stream stream(String name, Part part) {
    Scope paged = everywhere.with("page.*");
    Scope one = everywhere.with("key").with(parents(name));
    Part request = part.optionalPart("request");
    Paging paging = PagingFields.paging(part.optionalPart("paging"));
    Selector records = part.selector("records");
    Selector key = part.selector("key");
    Selector version = part.optionalSelector("version");
    Selector more = part.optionalSelector("more");
    RequestTemplate asks =
        request == null ? null : RequestFields.request(request, paged.with("cursor"));
    return new Stream(
        name,
        capabilities(part),
        part.optionalDuration("every"),
        asks,
        records,
        key,
        version,
        paging,
        more,
        part.whole("mostPages", MOST_PAGES),
        PagingFields.cursor(part.optionalPart("cursor")),
        sweep(part.optionalPart("sweep"), asks, records, key, version, paging, more),
        fetch(part.optionalPart("fetch"), one),
        wants(part),
        documents(part.optionalPart("documents"), one),
        part.optionalText("of"),
        mapping(part));
  }

  private static Set<Capability> capabilities(Part part) {
    return part.texts("gives").stream()
        .flatMap(word -> Capability.of(word).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static @Nullable String mapping(Part part) {
    String file = part.optionalText("mapping");
    if (file != null) {
      part.reading().uses(file, part.pointer() + "/mapping");
    }
    return file;
  }

  /** {@code {parent.NAME}}: what those streams give along that want this one. */
  private Set<String> parents(String name) {
    Set<String> parents = new TreeSet<>();
    manifest
        .named("streams", (all, other) -> all.part(other).parts("wants"))
        .values()
        .forEach(wants -> wants.forEach(want -> addParents(want, name, parents)));
    manifest.part("webhooks").parts("wants").forEach(want -> addParents(want, name, parents));
    return parents;
  }

  private static void addParents(Part want, String name, Set<String> parents) {
    if (want.text("stream").equals(name)) {
      want.part("with").node().fieldNames().forEachRemaining(with -> parents.add("parent." + with));
    }
  }

  private @Nullable Sweep sweep(
      @Nullable Part part,
      @Nullable RequestTemplate request,
      Selector records,
      Selector key,
      @Nullable Selector version,
      Paging paging,
      @Nullable Selector more) {
    if (part == null) {
      return null;
    }
    RequestTemplate own =
        part.has("request")
            ? RequestFields.request(part.part("request"), everywhere.with("page.*", "cursor"))
            : request;
    if (own == null) {
      part.fault("a stream that is swept has a request, or its sweep has.");
      return null;
    }
    return new Sweep(
        part.duration("every", Duration.ofDays(1)),
        own,
        or(part.optionalSelector("records"), records),
        or(part.optionalSelector("key"), key),
        part.has("version") ? part.selector("version") : version,
        part.has("paging") ? PagingFields.paging(part.part("paging")) : paging,
        part.has("more") ? part.selector("more") : part.has("paging") ? null : more);
  }

  private static Selector or(@Nullable Selector own, Selector otherwise) {
    return Objects.requireNonNullElse(own, otherwise);
  }

  private static @Nullable Fetch fetch(@Nullable Part part, Scope scope) {
    return part == null
        ? null
        : new Fetch(RequestFields.request(part.part("request"), scope), part.selector("records"));
  }

  private static List<Wanting> wants(Part part) {
    return part.parts("wants").stream().map(StreamFields::wanting).toList();
  }

  static Wanting wanting(Part part) {
    return new Wanting(
        part.optionalSelector("when"),
        part.text("stream"),
        part.selector("key"),
        part.selectors("with"));
  }

  private static @Nullable Documents documents(@Nullable Part part, Scope scope) {
    if (part == null) {
      return null;
    }
    Lookup lookup = lookup(part.optionalPart("lookup"), scope);
    Scope lookedUp = scope.with(given("lookup", lookup));
    Lookup prepare = lookup(part.optionalPart("prepare"), lookedUp);
    Scope after = lookedUp.with(given("prepare", prepare));
    boolean elsewhere = part.has("address");
    if (elsewhere == part.has("request")) {
      part.fault("a document is fetched by a request, or lies at an address elsewhere.");
    }
    if (elsewhere != part.has("hosts")) {
      part.fault("an address elsewhere comes with hosts, the only ones to which it may lead.");
    }
    RequestTemplate request =
        elsewhere ? elsewhere(part, after) : RequestFields.request(part.part("request"), after);
    return new Documents(
        lookup,
        prepare,
        request,
        part.texts("hosts"),
        part.flag("redirect", false),
        part.optionalSelector("content"),
        part.template("name", after),
        part.text("type"));
  }

  private static RequestTemplate elsewhere(Part part, Scope scope) {
    Template address = part.template("address", scope);
    if (address.parts().isEmpty() || !said(address.parts().getFirst())) {
      RequestFields.https(part, "address", address);
    }
    return new RequestTemplate("GET", address, Map.of(), Map.of(), null);
  }

  /** What an answer said may be the address here: the hosts are named, and no credentials go. */
  private static boolean said(Template.Part first) {
    return first instanceof Template.Part.Filled filled
        && (filled.placeholder().name().startsWith("lookup.")
            || filled.placeholder().name().startsWith("prepare."));
  }

  static @Nullable Lookup lookup(@Nullable Part part, Scope scope) {
    return part == null
        ? null
        : new Lookup(
            RequestFields.request(part.part("request"), scope),
            part.optionalSelector("found"),
            part.selectors("gives"));
  }

  /** The placeholders that a request before another gives. */
  static Set<String> given(String group, @Nullable Lookup before) {
    Set<String> names = new TreeSet<>();
    if (before != null) {
      before.gives().keySet().forEach(name -> names.add(group + "." + name));
      if (before.found() != null) {
        names.add(group + ".id");
      }
    }
    return names;
  }
}
